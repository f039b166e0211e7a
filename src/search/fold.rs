//! Letters made comparable: case, diacritics, scripts with several cases and spellings of one letter.
//! Folding loses on purpose what a reader may type wrongly; nothing folded is ever shown.

use unicode_normalization::char::{decompose_compatible, is_combining_mark};

/// The words of a text, each after a space: ` treaty of kars`. A word with hyphens stands there in parts and,
/// where `joined` says so, once more as one (` arpa chai arpachai`), since people write it either way.
pub fn words(text: &str, joined: bool) -> String {
    let mut folder = Folder { out: String::with_capacity(text.len() + 8), in_word: false, compound: None, joined };
    for c in text.chars() {
        fold_char(c, &mut |sign| folder.take(sign));
    }
    folder.take(Sign::Break);
    folder.out
}

/// The letters and digits of a text without anything between them.
pub fn compact(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        fold_char(c, &mut |sign| {
            if let Sign::Letter(letter) = sign {
                out.push(letter);
            }
        });
    }
    out
}

/// The consonants of a folded Latin name with the spellings of one sound made equal, so that
/// `nakhichevan` meets `nakhchivan`. Empty for other scripts and where too little is left to tell names apart.
pub fn skeleton(compact: &str) -> String {
    const FEWEST_CONSONANTS: usize = 4;
    if !compact.bytes().all(|byte| byte.is_ascii_alphabetic()) {
        return String::new();
    }
    let mut out = String::new();
    let mut last = ' ';
    for c in compact.chars() {
        let sound = match c {
            'a' | 'e' | 'i' | 'o' | 'u' | 'y' => {
                last = ' ';
                continue;
            }
            // The second letter of kh, gh, ch, sh, zh, dzh.
            'h' if matches!(last, 'k' | 'g' | 'c' | 's' | 'z') => continue,
            'x' | 'h' => 'k',
            'q' => 'k',
            'w' => 'v',
            'j' => 'c',
            other => other,
        };
        if sound != last {
            out.push(sound);
        }
        last = sound;
    }
    if out.len() < FEWEST_CONSONANTS { String::new() } else { out }
}

enum Sign {
    Letter(char),
    Hyphen,
    Break,
}

struct Folder {
    out: String,
    in_word: bool,
    /// Where the present word starts in `out`, all its parts counted.
    compound: Option<usize>,
    joined: bool,
}

impl Folder {
    fn take(&mut self, sign: Sign) {
        match sign {
            Sign::Letter(letter) => {
                if !self.in_word {
                    self.out.push(' ');
                    self.in_word = true;
                    self.compound.get_or_insert(self.out.len());
                }
                self.out.push(letter);
            }
            Sign::Hyphen => self.in_word = false,
            Sign::Break => {
                self.in_word = false;
                if let Some(start) = self.compound.take()
                    && self.joined
                    && let Some(parts) = self.out.get(start..)
                    && parts.contains(' ')
                {
                    let joined = parts.replace(' ', "");
                    self.out.push(' ');
                    self.out.push_str(&joined);
                }
            }
        }
    }
}

fn fold_char(c: char, emit: &mut impl FnMut(Sign)) {
    match c {
        'a'..='z' | '0'..='9' => emit(Sign::Letter(c)),
        'A'..='Z' => emit(Sign::Letter(c.to_ascii_lowercase())),
        // Apostrophes and their like, Arabic tatweel, soft hyphen and joiners are no letters and part no words.
        '\''
        | '`'
        | '’'
        | '‘'
        | '′'
        | 'ʻ'
        | 'ʼ'
        | 'ʹ'
        | 'ʿ'
        | 'ʾ'
        | '´'
        | 'ـ'
        | '\u{ad}'
        | '\u{200c}'..='\u{200f}'
        | '\u{2060}'
        | '\u{feff}' => {}
        '-' | '\u{2010}' | '\u{2011}' => emit(Sign::Hyphen),
        _ if c.is_ascii() => emit(Sign::Break),
        _ => decompose_compatible(c, |part| {
            if is_combining_mark(part) {
                return;
            }
            if part.is_ascii() {
                return fold_part(part.to_ascii_lowercase(), emit);
            }
            for lower in part.to_lowercase() {
                fold_part(lower, emit);
            }
        }),
    }
}

fn fold_part(c: char, emit: &mut impl FnMut(Sign)) {
    let letter = match c {
        'ı' => 'i',
        'ə' => 'e',
        'ø' => 'o',
        'đ' | 'ð' => 'd',
        'ł' => 'l',
        'ß' => {
            emit(Sign::Letter('s'));
            's'
        }
        'æ' => {
            emit(Sign::Letter('a'));
            'e'
        }
        'œ' => {
            emit(Sign::Letter('o'));
            'e'
        }
        // Russian spelling before 1918.
        'ѣ' => 'е',
        'і' | 'ѵ' => 'и',
        'ѳ' => 'ф',
        // Greek final sigma.
        'ς' => 'σ',
        // Georgian: church capitals and church small letters to the common ones. Mtavruli lowercases by itself.
        '\u{10a0}'..='\u{10cd}' => shifted(c, 0x30),
        '\u{2d00}'..='\u{2d2d}' => char::from_u32((c as u32) - 0x2d00 + 0x10d0).unwrap_or(c),
        // Arabic, Persian and Ottoman shapes of one letter.
        'ي' | 'ى' | 'ې' => 'ی',
        'ك' | 'ڭ' => 'ک',
        'ٱ' => 'ا',
        'ة' | 'ہ' | 'ھ' | 'ە' => 'ه',
        'ۆ' | 'ۇ' | 'ۋ' | 'ۊ' => 'و',
        '٠'..='٩' => digit(c, '٠'),
        '۰'..='۹' => digit(c, '۰'),
        other => other,
    };
    if letter.is_alphanumeric() {
        emit(Sign::Letter(letter));
    } else if letter == '-' {
        emit(Sign::Hyphen);
    } else {
        emit(Sign::Break);
    }
}

fn shifted(c: char, by: u32) -> char {
    char::from_u32(c as u32 + by).unwrap_or(c)
}

fn digit(c: char, zero: char) -> char {
    char::from_digit((c as u32).saturating_sub(zero as u32), 10).unwrap_or(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_four_turkish_is_are_one_letter() {
        for text in ["ISIK", "ısık", "İSİK", "isik", "Işık"] {
            assert_eq!(compact(text), "isik", "{text}");
        }
    }

    #[test]
    fn latin_diacritics_and_azerbaijani_letters_fold_to_plain_ones() {
        assert_eq!(compact("Gümrü"), "gumru");
        assert_eq!(compact("Naxçıvan"), "naxcivan");
        assert_eq!(compact("Qəmərli"), "qemerli");
        assert_eq!(compact("Çıldır"), "cildir");
        assert_eq!(compact("Gumrî"), "gumri");
    }

    #[test]
    fn armenian_case_and_the_ligature_fold() {
        assert_eq!(compact("ԵՐԵՒԱՆ"), compact("Երևան"));
        assert_eq!(compact("Գյումրի"), compact("ԳՅՈՒՄՐԻ"));
    }

    #[test]
    fn all_three_georgian_alphabets_and_the_capitals_are_one() {
        let common = compact("გიუმრი");
        assert_eq!(compact("ᲒᲘᲣᲛᲠᲘ"), common, "Mtavruli");
        assert_eq!(compact("ႢႨႳႫႰႨ"), common, "Asomtavruli");
        assert_eq!(compact("ⴢⴈⴓⴋⴐⴈ").len(), common.len(), "Nuskhuri is as long");
        assert_eq!(compact("ⴂⴈⴓⴋⴐⴈ"), common, "Nuskhuri");
    }

    #[test]
    fn cyrillic_folds_io_and_short_i_and_the_old_spelling() {
        assert_eq!(compact("Чёрное"), compact("черное"));
        assert_eq!(compact("Армянский"), compact("армянскии"));
        assert_eq!(compact("Россія"), compact("Россия"));
    }

    #[test]
    fn arabic_and_persian_shapes_of_a_letter_are_one() {
        assert_eq!(compact("تركيا"), compact("ترکیا"));
        assert_eq!(compact("أردهان"), compact("اردهان"));
        assert_eq!(compact("قَارِص"), compact("قارص"));
        assert_eq!(compact("۱۹۲۱"), "1921");
    }

    #[test]
    fn apostrophes_vanish_and_hyphens_are_read_both_ways() {
        assert_eq!(words("Turkey’s Arpa-chai, 1921", true), " turkeys arpa chai arpachai 1921");
        assert_eq!(words("Arpa-chai", false), " arpa chai");
        assert_eq!(compact("Arpa-chai"), "arpachai");
        assert_eq!(words("1918–1920", true), " 1918 1920");
    }

    #[test]
    fn spellings_of_one_sound_have_one_skeleton() {
        assert_eq!(skeleton("nakhichevan"), skeleton("nakhchevan"));
        assert_eq!(skeleton("naxcivan"), skeleton("nakhchevan"));
        assert_eq!(skeleton("nahcivan"), skeleton("nakhchevan"));
        assert_eq!(skeleton("kars"), "", "too short to tell names apart");
        assert_eq!(skeleton("карсский"), "");
    }
}
