#!/usr/bin/env python3
"""Reads the pages of `sceau docs` with outside readers and compares them.

The HTML must parse without a fault (html5lib, strict, and tidy); the Markdown, rendered by cmark-gfm,
must have the same headings, points, cells, code and words as the HTML.
"""
import subprocess
import sys

import html5lib

sceau = sys.argv[1]
BLOCKS = {"h1", "h2", "h3", "h4", "h5", "h6", "p", "li", "th", "td", "pre"}


def run(command, text=None):
    return subprocess.run(command, input=text, capture_output=True, text=True, check=True).stdout


def page(reader, form):
    return run([sceau, "docs", "--pour", reader, "--format", form])


def words(element):
    """The text of an element without that of the blocks inside it."""
    text = element.text or ""
    for child in element:
        if child.tag not in BLOCKS | {"ul"}:
            text += words(child)
        text += child.tail or ""
    return text


def outline(element):
    """Each block with its words, then each emphasis and stretch of code."""
    for node in element.iter():
        if node.tag in BLOCKS | {"strong", "code"}:
            # cmark puts a paragraph in each point of a list that holds another list: never here.
            yield node.tag, " ".join(words(node).split())


for reader in ["public", "instructeur"]:
    html = page(reader, "html")
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    tree = parser.parse(html)
    subprocess.run(
        ["tidy", "-quiet", "-errors", "-utf8", "--drop-empty-elements", "no"],
        input=html, text=True, check=True)
    assert tree.get("lang") == "fr"
    ids = [node.get("id") for node in tree.iter() if node.get("id")]
    assert len(ids) == len(set(ids)), "two headings have one anchor"
    targets = [node.get("href") for node in tree.iter("a")]
    assert targets and all(target[1:] in ids for target in targets), "a link leads nowhere"
    assert all(node.get("scope") in ("col", "row") for node in tree.iter("th"))
    main = tree.find("body/main")
    nav = main.find("nav")
    if nav is not None:
        main.remove(nav)

    rendered = run(["cmark-gfm", "-e", "table", "-e", "strikethrough"], page(reader, "markdown"))
    body = html5lib.parse(rendered, namespaceHTMLElements=False).find("body")
    # Only HTML can say that the first cell of a row is its heading.
    ours = [("td" if tag == "th" else tag, text) for tag, text in outline(main)]
    theirs = [("td" if tag == "th" else tag, text) for tag, text in outline(body)]
    assert len(ours) > 20, len(ours)
    for mine, other in zip(ours, theirs):
        assert mine == other, f"{reader}: HTML has {mine}, Markdown has {other}"
    assert len(ours) == len(theirs), f"{reader}: {len(ours)} blocks, then {len(theirs)}"
    print(f"{reader}: {len(ours)} blocks are the same in both forms")
