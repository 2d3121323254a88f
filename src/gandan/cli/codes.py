"""How a command ends, for scripts. Documented in docs/operate/commands.md."""

OK = 0
FOUND = 1  # verify, doctor: something is wrong with what was looked at
USAGE = 2  # wrong arguments
UNUSABLE = 3  # the installation cannot be used: database, keys, folder, port
REFUSED = 4  # a rule refused the deed
