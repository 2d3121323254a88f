"""`python -m gandan.cli`: how one command starts another."""

from gandan.cli.main import main

if __name__ == "__main__":
    main()
