"""The data as files: every form in which they leave the site, a module for each.

Each is made by a pure function: equal knowledge and an equal publication make equal bytes. All
that there are stand in `registry`.
"""
