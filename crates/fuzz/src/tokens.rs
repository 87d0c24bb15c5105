//! Kernels with a few tokens wrong, for the front end.

use std::path::Path;

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};
use quote::ToTokens;

use crate::Choices;

/// What the macros are made for, and what a tired user types.
const WORDS: &[&str] = &[
    "0",
    "1",
    "18446744073709551615",
    "340282366920938463463374607431768211455",
    "1e999",
    "0.5",
    "-1",
    "1u8",
    "2f64",
    "'a",
    "'a:",
    "_",
    "..",
    "..=",
    "&mut",
    "&",
    "*",
    "as",
    "as f32",
    "as Foo",
    "vec![0; n]",
    "vec![]",
    "impl Fn()",
    "unsafe {}",
    "async {}",
    "?",
    ".await",
    "r#type",
    "\"s\"",
    "b'x'",
    "'c'",
    "|x| x",
    "move || 1",
    "[0; 3]",
    "[]",
    "(1, 2)",
    "()",
    "(1,)",
    "loop {}",
    "while true {}",
    "return",
    "return 1",
    "match x { _ => 1 }",
    "if let Some(x) = y {}",
    "while let Some(x) = y {}",
    "let else",
    "Self",
    "self",
    "static",
    "const N: usize = 3;",
    "super::x",
    "::<T>",
    "<T as U>::V",
    "'static",
    "std::mem::swap(a, b)",
    "#[cfg(x)]",
    "par(0..n)",
    "par((0..n, 0..m))",
    "par_unproved(0..n)",
    "par",
    "for i in par(0..n) {}",
    "for",
    "in",
    "break",
    "break 'a",
    "continue",
    "continue 'a",
    "let",
    "let x = 1;",
    "let mut",
    "x",
    "i",
    "n",
    ";",
    ",",
    ":",
    "=",
    "+=",
    "<<=",
    "==",
    "<",
    ">",
    ">>",
    "!",
    "assert!(x)",
    "assert!()",
    "assert!(x, \"{}\", y)",
    "println!(\"x\")",
    "x.0",
    "x[i]",
    "x[i][j]",
    ".len()",
    ".iter()",
    ".split_at_mut(3)",
    "x[..]",
    "x[1..n]",
    "swap(x, y)",
    "f32",
    "f64",
    "usize",
    "u8",
    "[f32]",
    "&[f32]",
    "&mut [f32]",
    "[f32; 4]",
    "Vec<f32>",
    "ArrayView2<f32>",
    "dyn T",
    "fn f() {}",
    "struct S;",
    "where",
    "mut",
    "ref",
    "@",
    "x @ 1",
    "1 | 2",
    "..n",
    "n..",
    "{",
    "macro_rules! m {}",
    "pub",
    "extern \"C\"",
    "#![x]",
    "yield",
    "try {}",
];

/// Which macro an item is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Macro {
    Kernel,
    Device,
    Element,
    Elementwise,
}

/// Right inputs: items of the sources of kernels and tests.
#[derive(Debug, Default)]
pub struct Corpus {
    pub items: Vec<(Macro, String)>,
}

impl Corpus {
    /// From every Rust file of some folders.
    ///
    /// # Panics
    /// Where a folder can't be read, or holds nothing.
    pub fn read(root: &Path) -> Corpus {
        let mut corpus = Corpus::default();
        for folder in ["kernels/src", "tests", "crates/messages/tests/ui"] {
            let entries = std::fs::read_dir(root.join(folder)).unwrap_or_else(|e| panic!("{folder}: {e}"));
            let mut paths: Vec<_> = entries.flatten().map(|e| e.path()).collect();
            paths.sort();
            for path in paths.iter().filter(|p| p.extension().is_some_and(|e| e == "rs")) {
                let text = std::fs::read_to_string(path).expect("a source");
                if let Ok(file) = syn::parse_file(&text) {
                    corpus.add(&file.items);
                }
            }
        }
        assert!(corpus.items.len() > 100, "{} items", corpus.items.len());
        corpus
    }
    fn add(&mut self, items: &[syn::Item]) {
        for item in items {
            let attributes = match item {
                syn::Item::Fn(f) => &f.attrs,
                syn::Item::Struct(s) => &s.attrs,
                syn::Item::Mod(syn::ItemMod {
                    content: Some((_, items)),
                    ..
                }) => {
                    self.add(items);
                    continue;
                }
                _ => continue,
            };
            let named = |name: &str| {
                attributes
                    .iter()
                    .any(|a| a.to_token_stream().to_string().contains(name))
            };
            let kind = match item {
                syn::Item::Fn(_) if named("kernel") => Macro::Kernel,
                syn::Item::Fn(_) if named("device") => Macro::Device,
                syn::Item::Struct(_) if named("Element") => Macro::Element,
                _ => continue,
            };
            let mut item = item.clone();
            match &mut item {
                syn::Item::Fn(f) => f.attrs.clear(),
                syn::Item::Struct(s) => s.attrs.clear(),
                _ => {}
            }
            self.items.push((kind, item.to_token_stream().to_string()));
        }
        if self.items.iter().all(|(kind, _)| *kind != Macro::Elementwise) {
            let closures = [
                "|x: f32, y: f32| x.mul_add(y, 1.0)",
                "|x: i32| if x > 0 { x } else { -x }",
            ];
            self.items.extend(closures.map(|c| (Macro::Elementwise, c.to_owned())));
        }
    }
}

/// Tokens, those of groups counted too.
fn count(tokens: &TokenStream) -> usize {
    let one = |t| match t {
        TokenTree::Group(g) => 1 + count(&g.stream()),
        _ => 1,
    };
    tokens.clone().into_iter().map(one).sum()
}

/// Puts what `f` makes of token `at` in its place.
fn edit(tokens: TokenStream, at: &mut usize, f: &mut dyn FnMut(TokenTree) -> TokenStream) -> TokenStream {
    let mut out = TokenStream::new();
    for t in tokens {
        if *at == 0 {
            *at = usize::MAX;
            out.extend(f(t));
            continue;
        }
        *at = at.saturating_sub(usize::from(*at != usize::MAX));
        match t {
            TokenTree::Group(g) if *at != usize::MAX => {
                let inner = edit(g.stream(), at, f);
                out.extend([TokenTree::Group(Group::new(g.delimiter(), inner))]);
            }
            t => out.extend([t]),
        }
    }
    out
}

/// Token `at`, if there is one.
fn take(tokens: &TokenStream, at: usize) -> Option<TokenTree> {
    let mut found = None;
    edit(tokens.clone(), &mut { at }, &mut |t| {
        found = Some(t.clone());
        t.into()
    });
    found
}

fn word(c: &mut Choices<'_>) -> TokenStream {
    c.of(WORDS).parse().unwrap_or_default()
}

/// An item with up to six things wrong.
fn wrong(corpus: &Corpus, c: &mut Choices<'_>) -> (Macro, TokenStream) {
    let parsed = |(kind, text): &(Macro, String)| (*kind, text.parse::<TokenStream>().unwrap_or_default());
    let (kind, mut tokens) = parsed(&corpus.items[c.below(corpus.items.len())]);
    for _ in 0..=c.below(6) {
        let mut at = c.below(count(&tokens).max(1));
        let other = match c.below(3) {
            0 => {
                let (_, other) = parsed(&corpus.items[c.below(corpus.items.len())]);
                let at = c.below(count(&other).max(1));
                take(&other, at).map(TokenStream::from).unwrap_or_default()
            }
            1 => {
                let at = c.below(count(&tokens).max(1));
                take(&tokens, at).map(TokenStream::from).unwrap_or_default()
            }
            _ => word(c),
        };
        let how = c.below(6);
        let delimiter = c.of(&[
            Delimiter::Parenthesis,
            Delimiter::Brace,
            Delimiter::Bracket,
            Delimiter::None,
        ]);
        tokens = edit(tokens, &mut at, &mut |t| match (how, t) {
            (0, _) => TokenStream::new(),
            (1, t) => [t.clone(), t].into_iter().collect(),
            (2, _) => other.clone(),
            (3, t) => TokenStream::from(t).into_iter().chain(other.clone()).collect(),
            (4, TokenTree::Group(g)) => g.stream(),
            (_, t) => TokenTree::Group(Group::new(delimiter, t.into())).into(),
        });
        if count(&tokens) > 3000 {
            break;
        }
    }
    (kind, tokens)
}

/// The item that an input makes.
pub fn text(corpus: &Corpus, input: &[u8]) -> String {
    wrong(corpus, &mut Choices(input)).1.to_string()
}

/// Gives the front end an item: what comes out must be Rust where what went in was.
///
/// # Panics
/// Where the front end does, or where its answer is no Rust.
pub fn run(corpus: &Corpus, input: &[u8]) {
    let mut c = Choices(input);
    let (kind, item) = wrong(corpus, &mut c);
    let attribute = match c.below(8) {
        0 => "fast".parse().unwrap_or_default(),
        1 => word(&mut c),
        _ => TokenStream::new(),
    };
    let text = item.to_string();
    let is_rust = syn::parse2::<syn::Item>(item.clone()).is_ok();
    let out = match kind {
        Macro::Kernel => hoist_front::kernel(attribute, item),
        Macro::Device => hoist_front::device(attribute, item),
        Macro::Element => hoist_front::element(item),
        Macro::Elementwise => {
            hoist_front::elementwise(item);
            return;
        }
    };
    if is_rust && let Err(e) = syn::parse2::<syn::File>(out.clone()) {
        panic!("no Rust comes out ({e}) of\n{text}\nbut\n{out}");
    }
}
