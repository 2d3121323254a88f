"""Emulation drives and the models that live in them."""
