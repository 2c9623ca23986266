"""Step: heading or item, decided for siblings together.

A line with something below it, or a topic with its text run in behind, is a heading; a whole sentence
with nothing below is an item. Where siblings differ, the greater part decides for the doubtful ones.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from docgen.i18n import _
from docgen.patterns import pattern
from docgen.recognise.marks import bare
from docgen.recognise.nodes import DEEPER, NOTHING, TEXT, Node
from docgen.recognise.splits import COUPLET
from docgen.recognise.weights import LONGEST_HEADING, RULE, Looks, looks, weight
from docgen.recognise.words import words

FEW = 3
"""Up to how many siblings the rest of the paper has a say."""
LONGEST_TOP = 40
CLAUSES = pattern("[，,]")


def decide(nodes: list[Node], groups: list[list[Node]]) -> None:
    """Sets `heading` and `reason` of all nodes; `groups` are those that have a layer, siblings together."""
    for node in nodes:
        if not node.layer:
            _enumerated(node)
    for group in groups:
        for run in _runs(group):
            _text_behind_the_last(run)
    seen = looks([node for group in groups for node in group])
    usual = _usual(groups, seen)
    lists = _top_lists(groups)
    for group in groups:
        layer = group[0].layer
        share = sum(weight(node, seen) for node in group) / len(group)
        if layer in lists:
            _list_items(group)
            continue
        if len(group) <= FEW and 0.25 < share < 0.75 and not _is_deep_list(group):
            share = (share + usual[layer]) / 2
        plain = layer >= 3 and any(_is_bare(node) and weight(node, seen) < 0.5 for node in group)
        for node in group:
            # A bare line beside a bare sentence is an item as that is, whatever the others are.
            _decide(node, 0 if plain and _is_bare(node) else share, weight(node, seen))


def _enumerated(node: Node) -> None:
    raw = node.typed.raw if node.typed else ""
    node.parted = None
    node.reason = _("以“{label}”开头，前后有相连的，是条目").format(label=raw)


def _list_items(group: list[Node]) -> None:
    for node in group:
        node.reason = _("各条下面都没有内容，多是要求或者数目，是条目")


def _runs(group: list[Node]) -> Iterator[list[Node]]:
    """The siblings list by list: another one begins where the typed number is 1 again."""
    run: list[Node] = []
    for node in group:
        if run and node.typed and node.typed.numeral == 1:
            yield run
            run = []
        run.append(node)
    yield run


def _text_behind_the_last(run: list[Node]) -> None:
    """Text below the last of several that have nothing below them closes the list, and is not its own."""
    *others, last = run
    enough = len(others) >= 2 or (others and last.layer >= 3)
    if enough and last.below == TEXT and not last.parted and all(map(_is_bare, others)):
        last.below = NOTHING


def _is_bare(node: Node) -> bool:
    """Whether nothing stands below or behind a line, and no style claims it for a heading."""
    return node.below == NOTHING and not node.parted and not node.row.line.level


def _is_deep_list(group: list[Node]) -> bool:
    """Whether these are bare lines of a deep layer: what other lists of the paper are does not make them
    headings."""
    return group[0].layer >= 3 and all(map(_is_bare, group))


def _top_lists(groups: list[list[Node]]) -> set[int]:
    """The upper layers that are but lists of rules: all their lines bare, most of them more than names; or
    all that the paper has, and none a usual name of headings."""
    layers: defaultdict[int, list[Node]] = defaultdict(list)
    for group in groups:
        layers[group[0].layer].extend(group)
    return {layer for layer, nodes in layers.items() if layer <= 2 and _is_list(nodes, len(layers))}


def _is_list(nodes: list[Node], layers: int) -> bool:
    if not all(map(_is_bare, nodes)):
        return False
    agenda = layers == 1 and len(nodes) > 2 and not any(bare(node.text) in words("标题名") for node in nodes)
    return agenda or 2 * sum(map(_says_more, nodes)) > len(nodes)


def _says_more(node: Node) -> bool:
    """Whether a line has clauses, or says what has to be done or by how much."""
    if COUPLET.fullmatch(node.text):
        return False
    return CLAUSES.search(node.text) is not None or RULE.search(node.text) is not None


def _usual(groups: list[list[Node]], seen: Looks) -> dict[int, float]:
    """For each layer the share of headings in the whole paper."""
    weights: defaultdict[int, list[float]] = defaultdict(list)
    for group in groups:
        weights[group[0].layer].extend(weight(node, seen) for node in group)
    return {layer: sum(found) / len(found) for layer, found in weights.items()}


def _decide(node: Node, share: float, weight: float) -> None:
    if node.typed is None and not node.lost:
        _without_number(node)
    elif node.parted:
        node.heading = share >= 0.5 if weight >= 0.5 else share >= 0.7
        if node.heading:
            node.reason = _("开头“{head}”是小标题，正文接排在后面").format(head=node.parted.head)
        else:
            node.reason = _("同组各条多是完整的句子，是条目")
            node.parted = None
    elif node.row.line.level:
        node.heading, node.reason = True, _("段落用了标题样式或大纲级别，是标题")
    elif len(node.text) > LONGEST_HEADING:
        node.reason = _("是完整的长句，是条目")
    else:
        _decide_line(node, share, weight)


def _without_number(node: Node) -> None:
    """What has no number came here because it looks like a heading."""
    node.heading = True
    head = node.parted.head if node.parted else node.text
    if node.row.line.level:
        node.reason = _("没有序号，段落用了标题样式或大纲级别，是标题")
    elif bare(head) in words("标题名"):
        node.reason = _("没有序号，“{head}”是常用的标题名，是标题").format(head=bare(head))
    else:
        node.reason = _("没有序号，是单独一行的短语，下面有内容，是标题")


def _decide_line(node: Node, share: float, weight: float) -> None:
    if node.below == DEEPER:
        node.heading = weight == 1 or share >= 0.5
        yes, no = _("下面还有更低层次的内容，是标题"), _("是引出下文的完整句子，是条目")
    elif node.below == TEXT:
        node.heading = weight == 1 or share >= 0.5
        yes, no = _("下面有正文，是标题"), _("是完整的句子，是条目")
    elif weight == 0.5:
        node.heading = node.layer <= 2 or share > 0.5
        yes, no = _("是短语，同组多是标题"), _("是短语，下面没有内容，是条目")
    else:
        node.heading = node.layer == 1 and len(node.text) <= LONGEST_TOP and share >= 0.5
        yes, no = _("同组多是标题，是标题"), _("是完整的句子，下面没有内容，是条目")
    node.reason = yes if node.heading else no
