"""Papers as trees: any blocks in any order, with any text that a file may hold."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import strategies as st

from docgen.document import (
    CHARTS,
    Attachment,
    Block,
    Cell,
    Chart,
    Colophon,
    Column,
    Footnote,
    Heading,
    Item,
    Letterhead,
    Numbering,
    Paper,
    Paragraph,
    People,
    Person,
    Role,
    Series,
    Signature,
    Strong,
    Table,
)

CHARACTERS = st.characters(exclude_categories=["Cs", "Co", "Cc", "Cn", "Zl", "Zp"])
texts = st.text(CHARACTERS, min_size=1, max_size=20).filter(str.strip)
some = st.lists(texts, min_size=1, max_size=3).map(tuple)
names = st.text(st.characters(categories=["Lo", "Lu"]), min_size=1, max_size=12)
"""Of organs and attachments: marks at their ends are tidied."""
organs = st.lists(names, min_size=1, max_size=3).map(tuple)
contents = st.lists(
    texts | st.builds(Strong, texts) | st.builds(Footnote, texts), min_size=1, max_size=3
).map(tuple)
headings = st.builds(
    Heading, st.integers(1, 5), contents, st.just(()) | contents, st.booleans(), st.booleans()
)
items = st.builds(Item, st.integers(1, 5), contents, st.booleans(), st.booleans())
paragraphs = st.builds(Paragraph, contents)
persons = st.builds(Person, texts, st.just("") | texts)
roles = st.builds(Role, texts, st.lists(persons, max_size=3).map(tuple))
people = st.builds(People, texts, st.lists(roles, min_size=1, max_size=3).map(tuple), st.just(()) | some)


@st.composite
def tables(draw: st.DrawFn) -> Table:
    count = draw(st.integers(1, 6))
    row = st.lists(texts | st.just("") | st.builds(Cell, contents), min_size=count, max_size=count).map(tuple)
    columns = draw(st.lists(st.builds(Column, texts), min_size=count, max_size=count))
    rows = draw(st.lists(row, min_size=1, max_size=4))
    return Table(
        tuple(columns),
        tuple(rows),
        caption=draw(st.just("") | texts),
        landscape=draw(st.none() | st.booleans()),
    )


@st.composite
def charts(draw: st.DrawFn) -> Chart:
    names = draw(st.lists(texts, min_size=1, max_size=4))
    numbers = st.lists(
        st.none() | st.integers(-999, 999).map(Decimal), min_size=len(names), max_size=len(names)
    )
    rows = draw(st.lists(st.tuples(texts, numbers), min_size=1, max_size=3))
    series = tuple(Series(name, (Decimal(1), *data[1:])) for name, data in rows)
    return Chart(
        draw(st.sampled_from(CHARTS)), tuple(names), series, 150, 80, draw(texts), draw(st.just("") | texts)
    )


blocks: st.SearchStrategy[tuple[Block, ...]] = st.lists(
    headings | items | paragraphs | people | tables() | charts(), max_size=8
).map(tuple)
attachments = st.builds(Attachment, names, blocks, note=st.just("") | texts)
signatures = st.builds(Signature, organs, st.just("2026年9月1日"), st.booleans())
letterheads = st.builds(
    Letterhead,
    organs,
    st.sampled_from(["", "文件"]),
    st.just("云教发〔2026〕7号"),
    copy_number=st.sampled_from(["", "000001"]),
    secrecy=st.sampled_from(["", "秘密★1年"]),
    urgency=st.sampled_from(["", "特急"]),
    signers=st.just(()) | organs,
)
colophons = st.builds(
    Colophon, copies=organs, printer=names, printed=st.just("2026年9月2日"), even=st.just(False)
)
papers = st.builds(
    Paper,
    some,
    blocks,
    subtitle=st.just("") | texts,
    note=st.just("") | texts,
    addressees=st.just(()) | organs,
    attachments=st.lists(attachments, max_size=2).map(tuple),
    signature=st.none() | signatures,
    annotation=st.just("") | texts,
    numbering=st.builds(Numbering, st.booleans(), st.sampled_from([(), (3,), (1, 2)])),
    letterhead=st.none() | letterheads,
    colophon=st.none() | colophons,
)
