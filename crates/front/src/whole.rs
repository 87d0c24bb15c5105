//! Leaving a whole body early: `continue` of a `par` loop, `return` of a device function.
//!
//! A lane that leaves is done: every mask out to the body's own loses it, and nothing looks at it
//! again. For a machine that records, the body becomes a loop of one round, and leaving is a `break`
//! out of it; on a CPU that loop folds away. A body that is never left early has no such loop.

use crate::lower::{LoopKind, Lower, OpenLoop, Val};
use crate::{tree, vary};
use proc_macro2::{Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::{Block, Lifetime};

impl Lower<'_> {
    /// Opens the body as loop 0, whose mask is frame 0.
    pub fn open_whole(&mut self, body: &Block, kind: LoopKind, label: Option<&syn::Label>) {
        let id = tree::id(body);
        self.loops.push(OpenLoop {
            kind,
            label: label.map(vary::label_text),
            id,
            varying: self.vary.loops.contains(&id),
            rust: Lifetime::new("'__whole", Span::call_site()),
            live: 0,
        });
    }

    /// Closes it; the text of a body that was left early, wrapped.
    pub fn close_whole(&mut self, text: TokenStream) -> TokenStream {
        let open = self.loops.pop().expect("the body was opened");
        if self.exits == 0 {
            return text;
        }
        let rust = open.rust;
        quote!(
            __m.loop_begin();
            #rust: loop {
                if !__m.loop_again() { break; }
                #text
                if __m.ubrk(0) { break #rust; }
            }
        )
    }

    /// After a statement that some lanes left the body in: stops when none is left.
    pub fn stop_if_all_left(&mut self, exits: usize) {
        if self.exits > exits && self.loops.len() == 1 && self.frames.len() == 1 && self.loops[0].varying {
            let (k, rust) = (self.mask(), self.loops[0].rust.clone());
            self.out.push(quote!(if !__m.any(#k) { break #rust; }));
        }
    }

    /// `return` in a device function.
    pub fn returns(&mut self, r: &syn::ExprReturn, span: Span) -> Val {
        if self.loops.first().is_none_or(|l| l.kind != LoopKind::Device) {
            self.diag.error(span, crate::diag::msg::PAR_BREAK);
            return Val::Never;
        }
        if let Some(e) = &r.expr {
            let value = self.expr(e);
            if matches!(value, Val::Never) {
                return Val::Never;
            }
            self.give_back(&value, span);
        }
        self.exits += 1;
        self.leave_loop(0, true, span);
        Val::Never
    }

    /// Sets the result variables in the lanes alive here.
    pub fn give_back(&mut self, value: &Val, span: Span) {
        let parts = match value {
            Val::Unit | Val::Never => return,
            Val::Tuple(parts) => parts.clone(),
            // What another device function returned.
            Val::V { name, varying, .. } if self.results.len() > 1 => (0..self.results.len())
                .map(|n| {
                    let n = syn::Index::from(n);
                    self.emit(span, *varying, quote_spanned!(span=> #name.#n))
                })
                .collect(),
            v => vec![v.clone()],
        };
        let (names, k) = (self.results.clone(), self.mask());
        for (name, part) in names.iter().zip(&parts) {
            let x = self.shaped(part, true, span);
            self.out.push(if self.is_open(part) {
                quote_spanned!(span=> __h::set(__m, &mut #name, #k, #x);)
            } else {
                quote_spanned!(span=> __m.set(&mut #name, #k, #x);)
            });
        }
    }
}
