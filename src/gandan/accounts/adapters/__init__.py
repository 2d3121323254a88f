"""How the sign-in library (allauth) is bent to our rules."""
