"""One page for each deed on a case: who and when are asked before the form is shown, and again by the deed itself."""
