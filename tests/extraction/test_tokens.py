"""Words with their suffixes set apart, and where sentences begin."""

import pytest

from tutanak.extraction.tokens import sentence_spans, words

# text | words; `+` before a suffix that was set apart
WORDS = """
UNHCR'nin desteği | UNHCR+nin desteği
Pendik Belediyesi’nde yapıldı | Pendik Belediyesi+nde yapıldı
Keçiören Belediyesi 'nin daveti | Keçiören Belediyesi+nin daveti
AFAD`ın tatbikatı | AFAD+ın tatbikatı
HAK-İŞ'in binası | HAK-İŞ+in binası
İSTANBUL'DA BAŞLADI | İSTANBUL+da BAŞLADI
UNHCRnin desteği | UNHCR+nin desteği
STK'ların görüşü | STK+ların görüşü
3'üncü toplantı | 3+üncü toplantı
2021’de | 2021+de
Thomas O'Brien geldi | Thomas O'Brien geldi
Kur'an kursu | Kur'an kursu
Prof. Dr. Ali Er | Prof. Dr. Ali Er
Av. Nehir Kuzu'ya | Av. Nehir Kuzu+ya
M. Kemal Özgür | M. Kemal Özgür
T.C. Pendik Kaymakamlığı | T.C. Pendik Kaymakamlığı
Toros Tarım A.Ş.'nin | Toros Tarım A.Ş.+nin
Neslihan Özgen-Watts | Neslihan Özgen-Watts
28.10.2021 tarihinde | 28.10.2021 tarihinde
14.30'da başladı | 14.30+da başladı
“Göç” paneli | Göç paneli
SGDD-ASAM uzmanı | SGDD-ASAM uzmanı
Hakkâri Valiliği | Hakkâri Valiliği
"""


def _rows(table: str) -> list[tuple[str, str]]:
    lines = (line.split(" | ") for line in table.strip().splitlines())
    return [(text.replace("⏎", "\n"), expected) for text, expected in lines]


@pytest.mark.parametrize(("text", "expected"), _rows(WORDS))
def test_words(text: str, expected: str) -> None:
    found = [word.text + (f"+{word.suffix}" if word.suffix else "") for word in words(text)]
    assert " ".join(found) == expected


@pytest.mark.parametrize("text", [text for text, _ in _rows(WORDS)])
def test_offsets_and_gaps_rebuild_the_text(text: str) -> None:
    stop = 0
    for word in words(text):
        assert text[word.start : word.end] == word.text
        assert text[stop : word.start] == word.gap
        assert word.start < word.end <= word.stop
        stop = word.stop


@pytest.mark.parametrize(
    ("word", "shape"),
    [
        ("UNHCR", "upper"),
        ("HAK-İŞ", "upper"),
        ("Pendik", "title"),
        ("İzmir", "title"),
        ("toplantı", "lower"),
        ("2021", "digit"),
        ("28.10.2021", "digit"),
        ("M.", "initial"),
    ],
)
def test_shapes(word: str, shape: str) -> None:
    assert words(word + " geldi")[0].shape == shape


# sentences, `/` where the next begins
SENTENCES = """
Toplantı bitti. / Katılımcılar ayrıldı.
Prof. Dr. Ali Er konuştu. / Sorular alındı.
Panele Av. Nehir Kuzu ve Doç. Dr. Can Su katıldı.
Alb. Metin Soylu brifing verdi. / Toplantı sona erdi.
Genel Müdür V. Sezai Kaplan geldi.
Sözleşme Toros Tarım A.Ş. ile imzalandı. / Tören bitti.
T.C. Pendik Kaymakamlığı duyurdu. / Başvurular başladı.
II. Koordinasyon Toplantısı yapıldı. / Sunumlar izlendi.
3. Ulusal Kongre başladı. / Kongre sürüyor.
Neler yapıldı? / Raporlar okundu! / Kararlar alındı.
“Birlikte güçlüyüz.” / Vali böyle dedi.
Başlık Satırı⏎⏎/ Toplantı bugün yapıldı.
Satır sonunda bölünen⏎cümle sürüyor.
M. Kemal Özgür söz aldı. / Özgür teşekkür etti.
Saat 14.30'da başlandı. / Saat 16.00'da bitti.
Katılımcılar:⏎/ • Bursa Valiliği⏎/ • Nilüfer Belediyesi
Ltd. Şti. yetkilileri geldi. / Heyet karşılandı.
Toplantı 14 Kasım 2022'de yapıldı... / Ertesi gün sonuçlar açıklandı.
"""


@pytest.mark.parametrize("row", [row.strip() for row in SENTENCES.strip().splitlines()])
def test_sentences(row: str) -> None:
    expected = [part.replace("⏎", "\n").strip() for part in row.split("/")]
    text = row.replace("⏎/ ", "\n").replace(" / ", " ").replace("⏎", "\n")
    assert [text[a:b] for a, b in sentence_spans(text)] == expected


def test_sentences_that_lost_the_space_between_them() -> None:
    text = "Toplantı bitti.Katılımcılar ayrıldı."
    assert sentence_spans(text) == [(0, 15), (15, 36)]


EVEN_LINES = """Törende konuşan Valimiz ilçede yürütülen çalışmaların süreceğini, Prof. Dr.
Ahmet Kara ile hazırlanan programın Eğitim ve Kültür Derneği ile Adana Ticaret
Odası tarafından destekleneceğini, Gençlik Merkezi ile Kadın Danışma Merkezi
Müdürlüğü ekiplerinin sahada olacağını, Van Büyükşehir Belediyesi ile Edremit
Belediyesi temsilcilerinin katıldığı toplantıların ay sonuna kadar her hafta
yapılacağını ve Milli Eğitim Müdürlüğü ile ortak çalışma yürütüldüğünü, Halk
Eğitimi Merkezi kurslarının bu ay başlayacağını söyledi."""


def test_lines_of_one_width_go_on_also_where_capitals_follow() -> None:
    assert sentence_spans(EVEN_LINES) == [(0, len(EVEN_LINES))]


def test_lines_of_a_list_are_apart() -> None:
    listed = "Katılan kurumlar\n" + "\n".join(
        f"{place} Belediyesi Sosyal İşler Müdürlüğü" for place in ("Van", "Muş", "Siirt", "Iğdır")
    )
    assert len(sentence_spans(listed)) == 5


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Panelde Ar. Gör. Ece Suna konuştu.", 1),
        ("Panelde Ar.Gör. Ece Suna konuştu.", 1),
        ("Toplantıda yeni üye Ar. Görüşme bitti.", 2),
    ],
)
def test_an_assistant_is_no_end_of_a_sentence(text: str, sentences: int) -> None:
    assert len(sentence_spans(text)) == sentences


def test_a_long_dash_parts_words() -> None:
    assert [word.text for word in words("Afet Başkanlığı—AFAD geldi")][1:3] == [
        "Başkanlığı",
        "AFAD",
    ]


def test_the_first_word_of_each_sentence_is_told() -> None:
    found = words("Toplantı bitti. Dr. Ali Er konuştu.\n\nYeni Başlık")
    assert [word.text for word in found if word.first] == ["Toplantı", "Dr.", "Yeni"]
    assert [word.sentence for word in found] == [0, 0, 1, 1, 1, 1, 2, 2]


@pytest.mark.parametrize("text", ["", " ", "\n\n", "…", "•", "'", "()[]", "—"])
def test_texts_without_words(text: str) -> None:
    assert words(text) == ()
