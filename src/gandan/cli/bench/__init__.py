"""`gandan bench NAME`: measurements, side by side with what they are compared to. Start reading in command.py."""

from gandan.cli.bench.command import bench

__all__ = ["bench"]
