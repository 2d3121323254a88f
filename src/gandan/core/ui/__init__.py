"""Design system: base pages, components, workspace menu, errors. Start reading in README.md."""
