"""What the site carries of its content as files, a module for each family of formats."""
