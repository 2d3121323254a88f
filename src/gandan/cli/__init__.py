"""The command `gandan`. The words of its library are turned Vietnamese before that library is loaded."""

from gandan.cli.vietnamese import speak_vietnamese

speak_vietnamese()
