"""Intermestic: YAML records of policy essays in, cross-linked Markdown pages out.

The stages, in the order in which data flows through them (see `site.pipeline`):
load, validate, link, render, publish. All but `publish` are pure functions.
"""
