"""What can go wrong with the engine, said in one sentence that tells the operator what to do."""


class EngineFault(Exception):
    """Printed as it is, without a traceback; `gandan` then ends with code 3."""

    @property
    def sentence(self) -> str:
        """The sentence for the operator."""
        return str(self)
