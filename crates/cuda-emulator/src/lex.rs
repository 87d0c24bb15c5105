//! PTX text to words, numbers and marks.

use crate::error::Refused;

/// One token.
#[derive(Clone, Debug, PartialEq)]
pub enum Token {
    /// An identifier, a directive or an opcode with its modifiers: `%tid.x`, `.reg`, `ld.global.u32`, `$L_1`.
    Word(String),
    /// An integer, as the bits of 64.
    Int(u64),
    /// `0f…`.
    F32(u32),
    /// `0d…`, or a decimal.
    F64(u64),
    /// `"…"`.
    Text(String),
    /// Any other character.
    Mark(char),
}

/// A token and its line.
#[derive(Clone, Debug)]
pub struct Placed {
    pub token: Token,
    pub line: u32,
}

fn in_word(c: u8) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, b'_' | b'$' | b'%' | b'.')
}

/// All tokens.
///
/// # Errors
/// A number that is none, a comment or a text without an end.
pub fn tokens(text: &str) -> Result<Vec<Placed>, Refused> {
    let b = text.as_bytes();
    let (mut at, mut line, mut all) = (0, 1, vec![]);
    while at < b.len() {
        let c = b[at];
        let start = at;
        if c == b'\n' {
            line += 1;
            at += 1;
        } else if c.is_ascii_whitespace() {
            at += 1;
        } else if b[at..].starts_with(b"//") {
            at += b[at..].iter().position(|&c| c == b'\n').unwrap_or(b.len() - at);
        } else if b[at..].starts_with(b"/*") {
            let length = find(&text[at..], "*/").ok_or_else(|| Refused::new(line, "a comment has no end"))?;
            line += text[at..at + length].matches('\n').count() as u32;
            at += length + 2;
        } else if c == b'"' {
            let length = find(&text[at + 1..], "\"").ok_or_else(|| Refused::new(line, "a text has no end"))?;
            all.push(Placed {
                token: Token::Text(text[at + 1..at + 1 + length].into()),
                line,
            });
            at += length + 2;
        } else if in_word(c) {
            while at < b.len() && (in_word(b[at]) || b[at..].starts_with(b"::")) {
                at += if b[at] == b':' { 2 } else { 1 };
            }
            let word = &text[start..at];
            let token = if c.is_ascii_digit() {
                number(word).ok_or_else(|| Refused::new(line, format!("`{word}` is no number")))?
            } else {
                Token::Word(word.into())
            };
            all.push(Placed { token, line });
        } else {
            // Names are ASCII; a stray character stays whole.
            let c = text[at..].chars().next().unwrap_or('?');
            at += c.len_utf8();
            all.push(Placed {
                token: Token::Mark(c),
                line,
            });
        }
    }
    Ok(all)
}

fn find(text: &str, what: &str) -> Option<usize> {
    text.find(what)
}

fn number(word: &str) -> Option<Token> {
    let lower = word.to_ascii_lowercase();
    if let Some(hex) = lower.strip_prefix("0f").filter(|h| h.len() == 8) {
        return u32::from_str_radix(hex, 16).ok().map(Token::F32);
    }
    if let Some(hex) = lower.strip_prefix("0d").filter(|h| h.len() == 16) {
        return u64::from_str_radix(hex, 16).ok().map(Token::F64);
    }
    let digits = lower.trim_end_matches('u');
    let radix = |digits: &str, radix| u64::from_str_radix(digits, radix).ok().map(Token::Int);
    if let Some(hex) = digits.strip_prefix("0x") {
        return radix(hex, 16);
    }
    if let Some(binary) = digits.strip_prefix("0b") {
        return radix(binary, 2);
    }
    if digits.contains('.') {
        return digits.parse::<f64>().ok().map(|v| Token::F64(v.to_bits()));
    }
    if digits.len() > 1 && digits.starts_with('0') {
        return radix(&digits[1..], 8);
    }
    radix(digits, 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_numbers_and_marks() {
        let all: Vec<Token> =
            tokens("@!%p1 ld.global.L2::128B.u32 %r1, [%rd1+0x10]; /* a\nb */ 0f3f800000 017 0b11 7U")
                .unwrap()
                .into_iter()
                .map(|t| t.token)
                .collect();
        let word = |w: &str| Token::Word(w.into());
        let want = [
            Token::Mark('@'),
            Token::Mark('!'),
            word("%p1"),
            word("ld.global.L2::128B.u32"),
            word("%r1"),
            Token::Mark(','),
            Token::Mark('['),
            word("%rd1"),
            Token::Mark('+'),
            Token::Int(16),
            Token::Mark(']'),
            Token::Mark(';'),
            Token::F32(0x3f80_0000),
            Token::Int(15),
            Token::Int(3),
            Token::Int(7),
        ];
        assert_eq!(all, want);
        assert!(tokens("/* never").is_err() && tokens("0xg").is_err());
    }
}
