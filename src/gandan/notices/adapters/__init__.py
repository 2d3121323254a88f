"""The doors through which messages leave: mail and gateway."""
