//! What is said of two accesses that meet, or may: both places, and an example.

use crate::depend::Slice;
use crate::paths::{Found, Opaque};
use hoist_affine::Fact;
use proc_macro2::Span;
use syn::Error;

impl Slice<'_> {
    /// Why the loop is refused.
    pub(crate) fn error(&self, sample: Option<&Vec<i128>>) -> Error {
        let meeting = sample.and_then(|s| self.model.meeting(s));
        let (w, a) = meeting.unwrap_or_else(|| {
            let w = self.found.iter().position(|f| f.write).unwrap_or(0);
            (w, w)
        });
        let (w, a) = (self.found[w], self.found[a]);
        let at = if a.opaque.is_some() { a } else { w };
        if let Some(opaque) = &at.opaque {
            return Error::new(at.span, self.unknown(at, opaque));
        }
        let names: Vec<String> = self.par.indices.iter().map(|i| i.ident.to_string()).collect();
        if w.at.terms.is_empty() && std::ptr::eq(w, a) {
            let name = &names[names.len() - 1];
            return Error::new(
                w.span,
                format!(
                    "iterations of `par` must not meet: `{}` is the same element for every `{name}`, so all of them write it; \
                     reduce into a variable, or use the subscript `{name}`",
                    w.text
                ),
            );
        }
        let verb = if a.write { "written" } else { "read" };
        let example = sample.and_then(|s| self.example(s, w, a));
        let hint = if a.write {
            "give each iteration elements of its own, or write a plain `for`"
        } else {
            "write to a second slice, or write a plain `for`"
        };
        let inner = |f: &Fact| matches!(f, Fact::Range { .. });
        let alone = self.par.indices.len() == 1 && !w.facts.iter().any(inner);
        let own = if alone {
            "use a subscript that never repeats, reduce into a variable, or write a plain `for`"
        } else {
            "make parallel the loops whose variables tell the elements apart, or reduce into a variable"
        };
        let message = match example {
            Some((first, second)) if w.span.start() == a.span.start() => format!(
                "iterations of `par` must not meet: `{}` is written here both when {first} and when {second}; {own}",
                w.text
            ),
            Some((first, second)) => format!(
                "iterations of `par` must not meet: `{}` {verb} here when {second} is `{}` written at {} when {first}; {hint}",
                a.text,
                w.text,
                place(w.span)
            ),
            None => format!(
                "iterations of `par` may meet: `{}` {verb} here may be `{}` written at {} in another iteration; {hint}",
                a.text,
                w.text,
                place(w.span)
            ),
        };
        Error::new(a.span, message)
    }

    /// What is not known of a subscript, and what would tell.
    fn unknown(&self, at: &Found, opaque: &Opaque) -> String {
        let (text, slice, dims, why) = (&at.text, self.name, self.par.indices.len(), &opaque.why);
        let moving = at.at.terms.iter().find(|(v, _)| usize::from(*v) < dims);
        let stride = moving.map(|(_, p)| self.params.words(p)).filter(|s| s != "1");
        let way = match (stride, &opaque.name) {
            (Some(stride), Some(name)) => format!(
                "the missing fact is that `{name}` stays below `{stride}`: `assert!({name} < {stride});` in front supplies it"
            ),
            (Some(stride), None) => format!(
                "the missing fact is that it stays below `{stride}`: give it a name by `let`, and `assert!(name < {stride});` supplies it"
            ),
            _ if why.contains("is updated by the loop") => format!(
                "a compaction uses `{slice}` only as `{slice}[n]`, `n` a `usize`, in the block that counts: `{slice}[n] = …; n += 1;` (or at `n + c`, with `c` below what is counted)"
            ),
            _ => format!("write `{slice}` at the loop's own index"),
        };
        format!(
            "can't show that no two iterations meet at `{text}`: {why}, so that two iterations may have the same subscript; \
             {way}; or, where you know that they differ, loop over `par_unproved(…)`"
        )
    }

    /// Two iterations that meet, in words.
    fn example(&self, sample: &[i128], w: &Found, a: &Found) -> Option<(String, String)> {
        let at = |f: &Found| self.found.iter().position(|g| std::ptr::eq(*g, f));
        let (first, second) = self.model.example(sample, at(w)?, at(a)?)?;
        let words = |values: &[i128]| {
            let all = self.par.indices.iter().zip(values);
            all.map(|(i, v)| format!("{} = {v}", i.ident))
                .collect::<Vec<_>>()
                .join(", ")
        };
        // What the host's values were, where the distance depends on them.
        let mut given: Vec<String> = Vec::new();
        let apart = [w, a].into_iter().filter(|_| w.at.constant != a.at.constant);
        for p in apart.flat_map(|f| &f.at.constant).flat_map(|(_, p)| p) {
            let n = usize::from(*p);
            let text = format!("{} = {}", crate::values::text(&self.params.list[n]), sample[n]);
            if !given.contains(&text) {
                given.push(text);
            }
        }
        let given = if given.is_empty() {
            String::new()
        } else {
            format!(" (with {})", given.join(", "))
        };
        Some((words(&first) + &given, words(&second)))
    }
}

fn place(span: Span) -> String {
    let at = span.start();
    format!("{}:{}", at.line, at.column + 1)
}
