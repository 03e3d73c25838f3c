"""What helps the search: the words of names, and the pages that gather, with their choices."""

import json
from urllib.parse import urldefrag, urlsplit

from intermestic import addresses
from intermestic.content import Content
from intermestic.site.search_aids import search_aids


def test_typing_errors_are_mended_by_the_words_of_all_names(sample_data: Content) -> None:
    words = json.loads(search_aids(sample_data))["words"]
    assert {"River", "Treaty", "Arcadia", "Borduria"} <= set(words)
    assert words == sorted(set(words))


def test_a_ledger_can_be_asked_for_with_an_essay(sample_data: Content) -> None:
    tools = {tool["title"]: tool for tool in json.loads(search_aids(sample_data))["tools"]}
    essay = ["Northcott 2020", "recommendations/?essay=northcott-2020"]
    assert essay in tools["Recommendations"]["choices"]


def test_every_tool_and_choice_leads_to_a_page(data: Content) -> None:
    pages = {addresses.folder(path) for path in (*data.makers, addresses.DOWNLOADS)}
    for tool in json.loads(search_aids(data))["tools"]:
        for address in (tool["address"], *(address for _, address in tool["choices"])):
            assert urlsplit(urldefrag(address).url).path in pages


def test_the_filters_are_those_of_the_pages(data: Content) -> None:
    filters = json.loads(search_aids(data))["filters"]
    facets = [facet for page in data.pages for facet in page.frame.facets]
    for name in ("collection", "area", "source", "year"):
        on_pages = {value for facet, values in facets for value in values if facet == name}
        assert on_pages <= set(filters[name])
