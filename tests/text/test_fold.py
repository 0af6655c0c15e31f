"""Turkish case: dotted and dotless i, the same length, on every letter."""

import pytest

from tutanak.text.fold import APOSTROPHES, DASHES, ascii_fold, capitalise, lower, plain, upper

# written | lower | upper
CASES = """
İSTANBUL | istanbul | İSTANBUL
IĞDIR | ığdır | IĞDIR
ısparta | ısparta | ISPARTA
Iğdır İli | ığdır ili | IĞDIR İLİ
ŞİŞLİ | şişli | ŞİŞLİ
çağrı | çağrı | ÇAĞRI
Ürgüp | ürgüp | ÜRGÜP
KÂTİP | kâtip | KÂTİP
Hakkâri | hakkâri | HAKKÂRİ
Millî | millî | MİLLÎ
UNHCR'nin | unhcr'nin | UNHCR'NİN
HAK-İŞ | hak-iş | HAK-İŞ
3. Madde | 3. madde | 3. MADDE
DIŞİŞLERİ | dışişleri | DIŞİŞLERİ
"""
ROWS = [tuple(cell.strip() for cell in line.split("|")) for line in CASES.strip().splitlines()]
LETTERS = [chr(code) for code in range(0x20, 0x2FA20) if not 0xD800 <= code <= 0xDFFF]


@pytest.mark.parametrize(("written", "small", "large"), ROWS, ids=[row[0] for row in ROWS])
def test_case(written: str, small: str, large: str) -> None:
    assert (lower(written), upper(written)) == (small, large)


@pytest.mark.parametrize(("written", "small", "large"), ROWS, ids=[row[0] for row in ROWS])
def test_case_is_reversible(written: str, small: str, large: str) -> None:
    assert (lower(large), upper(small)) == (small, large)


@pytest.mark.parametrize("fold", [lower, plain, ascii_fold])
def test_folds_keep_the_length_of_every_letter(fold: object) -> None:
    assert callable(fold)
    assert [letter for letter in LETTERS if len(fold(letter)) != 1] == []


def test_a_fold_of_a_fold_changes_nothing() -> None:
    assert [letter for letter in LETTERS if lower(lower(letter)) != lower(letter)] == []
    assert [letter for letter in LETTERS if plain(plain(letter)) != plain(letter)] == []


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("YANIK", "Yanık"),
        ("irem", "İrem"),
        ("IŞIK", "Işık"),
        ("ilçe", "İlçe"),
        ("ÖZGÜR", "Özgür"),
        ("a", "A"),
        ("", ""),
    ],
)
def test_capitalise(written: str, expected: str) -> None:
    assert capitalise(written) == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("Resmî Gazete", "resmi gazete"),
        ("Hakkâri", "hakkari"),
        ("İSLÂM", "islam"),
        ("Sükûn", "sükun"),
        ("Göç İdaresi", "göç idaresi"),
        ("ALÂKALI IŞIK", "alakalı ışık"),
    ],
)
def test_plain_drops_circumflexes_alone(written: str, expected: str) -> None:
    assert plain(written) == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("Göç İdaresi", "goc idaresi"),
        ("IĞDIR", "igdir"),
        ("Şanlıurfa", "sanliurfa"),
        ("Hakkâri", "hakkari"),
        ("çalıştay", "calistay"),
        ("MİLLÎ EĞİTİM", "milli egitim"),
    ],
)
def test_ascii_fold(written: str, expected: str) -> None:
    assert ascii_fold(written) == expected


def test_marks_are_single_and_apart() -> None:
    assert len(set(APOSTROPHES)) == len(APOSTROPHES)
    assert len(set(DASHES)) == len(DASHES)
    assert not set(APOSTROPHES) & set(DASHES)
