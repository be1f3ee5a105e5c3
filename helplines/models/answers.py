"""Answers that a helpline record can give: where it answers, and in which languages."""

from django.db import models


class Area(models.TextChoices):
    """Where it answers (HSDS `service_area`)."""

    ENGLAND = "england", "England"
    WALES = "wales", "Wales"
    SCOTLAND = "scotland", "Scotland"
    NORTHERN_IRELAND = "northern-ireland", "Northern Ireland"
    ELSEWHERE = "elsewhere", "Other"


UK = (Area.ENGLAND, Area.WALES, Area.SCOTLAND, Area.NORTHERN_IRELAND)


class Language(models.TextChoices):
    """Languages that somebody answers in, by their shortest code of ISO 639: those of the UK, then by name.

    They are the languages that many people in the UK speak at home (ONS and National Records of Scotland, 2021 and 2022).
    """

    ENGLISH = "en", "English"
    WELSH = "cy", "Welsh"
    BRITISH_SIGN_LANGUAGE = "bfi", "British Sign Language"
    IRISH_SIGN_LANGUAGE = "isg", "Irish Sign Language"
    SCOTTISH_GAELIC = "gd", "Scottish Gaelic"
    SCOTS = "sco", "Scots"
    IRISH = "ga", "Irish"
    CORNISH = "kw", "Cornish"
    AKAN = "ak", "Akan"
    ALBANIAN = "sq", "Albanian"
    AMHARIC = "am", "Amharic"
    ARABIC = "ar", "Arabic"
    BENGALI = "bn", "Bengali"
    BULGARIAN = "bg", "Bulgarian"
    CANTONESE = "yue", "Cantonese"
    CZECH = "cs", "Czech"
    DUTCH = "nl", "Dutch"
    FRENCH = "fr", "French"
    GERMAN = "de", "German"
    GREEK = "el", "Greek"
    GUJARATI = "gu", "Gujarati"
    HEBREW = "he", "Hebrew"
    HINDI = "hi", "Hindi"
    HUNGARIAN = "hu", "Hungarian"
    IGBO = "ig", "Igbo"
    ITALIAN = "it", "Italian"
    JAPANESE = "ja", "Japanese"
    KOREAN = "ko", "Korean"
    KURDISH = "ku", "Kurdish"
    LATVIAN = "lv", "Latvian"
    LITHUANIAN = "lt", "Lithuanian"
    MALAYALAM = "ml", "Malayalam"
    MANDARIN = "cmn", "Mandarin Chinese"
    NEPALI = "ne", "Nepali"
    PASHTO = "ps", "Pashto"
    PERSIAN = "fa", "Persian"
    POLISH = "pl", "Polish"
    PORTUGUESE = "pt", "Portuguese"
    PUNJABI = "pa", "Punjabi"
    ROMANIAN = "ro", "Romanian"
    ROMANY = "rom", "Romany"
    RUSSIAN = "ru", "Russian"
    SHONA = "sn", "Shona"
    SINHALA = "si", "Sinhala"
    SLOVAK = "sk", "Slovak"
    SOMALI = "so", "Somali"
    SPANISH = "es", "Spanish"
    SWAHILI = "sw", "Swahili"
    TAGALOG = "tl", "Tagalog"
    TAMIL = "ta", "Tamil"
    TELUGU = "te", "Telugu"
    THAI = "th", "Thai"
    TIGRINYA = "ti", "Tigrinya"
    TURKISH = "tr", "Turkish"
    UKRAINIAN = "uk", "Ukrainian"
    URDU = "ur", "Urdu"
    VIETNAMESE = "vi", "Vietnamese"
    YIDDISH = "yi", "Yiddish"
    YORUBA = "yo", "Yoruba"


# Languages that are seen and not heard.
SIGN_LANGUAGES = frozenset({Language.BRITISH_SIGN_LANGUAGE, Language.IRISH_SIGN_LANGUAGE})
