"""The data as files: every form in which they leave the site, a module for each.

Each export is a pure function of the content: equal content makes equal bytes. `registry` lists
them all.
"""
