//! `while`, `loop`, `break` and `continue`; [`crate::ranges`] has `for`.

use crate::diag::msg;
use crate::lower::{LoopKind, Lower, OpenLoop, Val};
use crate::tree;
use proc_macro2::{Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::spanned::Spanned;
use syn::{Block, Ident};

impl Lower<'_> {
    pub fn open(&mut self, body: &Block, label: Option<&syn::Label>) -> (TokenStream, bool, syn::Lifetime) {
        let id = tree::id(body);
        let varying = self.vary.loops.contains(&id);
        let span = body.span();
        self.counter += 1;
        let rust = syn::Lifetime::new(&format!("'__l{}", self.counter), Span::call_site());
        let mut start = quote!();
        if varying {
            let (outer, kl, ki) = (self.mask(), self.fresh("kl", span), self.fresh("ki", span));
            start = quote_spanned!(span=> let mut #kl = #outer;);
            self.frames.push(kl);
            self.frames.push(ki);
        }
        self.loops.push(OpenLoop {
            kind: LoopKind::Inner,
            label: label.map(|l| l.name.ident.to_string()),
            id,
            varying,
            rust: rust.clone(),
            live: self.frames.len().saturating_sub(2),
        });
        (start, varying, rust)
    }

    pub fn close(&mut self, varying: bool) {
        self.loops.pop();
        if varying {
            self.frames.pop();
            self.frames.pop();
        }
    }

    /// The text of a loop whose head has been opened: `test` leaves it, `body` is the rest.
    pub fn loop_text(&mut self, start: TokenStream, rust: &syn::Lifetime, inner: TokenStream) {
        self.out.push(quote!(
            __m.loop_begin();
            #start
            #rust: loop {
                if !__m.loop_again() { break; }
                #inner
            }
        ));
    }

    pub fn live_names(&self) -> (Ident, Ident) {
        let n = self.frames.len();
        (self.frames[n - 2].clone(), self.frames[n - 1].clone())
    }

    pub fn while_loop(&mut self, w: &syn::ExprWhile) -> Val {
        let span = w.cond.span();
        let (start, varying, rust) = self.open(&w.body, w.label.as_ref());
        let inner = self.nested(|s| {
            // The condition runs in the lanes still in the loop.
            let iter = if varying { s.frames.pop() } else { None };
            let cond = s.expr(&w.cond);
            let c = s.shaped(&cond, varying, span);
            s.frames.extend(iter);
            s.head(varying, Some(&c), span);
            s.block_value(&w.body);
        });
        self.close(varying);
        self.loop_text(start, &rust, inner);
        Val::Unit
    }

    pub fn head(&mut self, varying: bool, c: Option<&Ident>, span: Span) {
        if varying {
            let (kl, ki) = self.live_names();
            let mask = c.map(|c| quote_spanned!(span=> #kl = __m.loop_mask(#kl, #c);));
            self.out
                .push(quote_spanned!(span=> #mask if !__m.loop_live(#kl) { break; } let mut #ki = #kl;));
        } else {
            let k = self.mask();
            let c = c.map_or(quote!(__u.lit(true)), |c| quote!(#c));
            self.out
                .push(quote_spanned!(span=> if !__m.loop_test(#k, #c) { break; }));
        }
    }

    pub fn endless(&mut self, l: &syn::ExprLoop) -> Val {
        let span = l.span();
        let (start, varying, rust) = self.open(&l.body, l.label.as_ref());
        let inner = self.nested(|s| {
            s.head(varying, None, span);
            s.block_value(&l.body);
        });
        self.close(varying);
        self.loop_text(start, &rust, inner);
        Val::Unit
    }

    /// `break` and `continue`.
    pub fn leave(&mut self, label: Option<&syn::Lifetime>, value: bool, breaks: bool, span: Span) -> Val {
        if value {
            self.diag.error(
                span,
                "`break` with a value isn't supported in a kernel: assign a variable before it",
            );
        }
        let label = label.map(|l| l.ident.to_string());
        let named = |l: &OpenLoop| l.kind != LoopKind::Device && (label.is_none() || l.label == label);
        let at = self.loops.iter().rposition(named);
        match at.map(|at| (at, self.loops[at].kind)) {
            Some((at, LoopKind::Inner)) => self.leave_loop(at, breaks, span),
            Some((at, _)) if !breaks => {
                self.exits += 1;
                self.leave_loop(at, true, span);
            }
            _ => self.diag.error(span, msg::PAR_BREAK),
        }
        Val::Never
    }

    /// Ends the lanes alive here up to the loop, or, without `breaks`, its iteration.
    pub fn leave_loop(&mut self, at: usize, breaks: bool, span: Span) {
        let depth = (self.loops.len() - 1 - at) as u32;
        let (varying, live, rust) = (self.loops[at].varying, self.loops[at].live, self.loops[at].rust.clone());
        if varying {
            let first = if breaks { live } else { live + 1 };
            let gone = self.fresh("kb", span);
            let k = self.mask();
            let call = if breaks { quote!(brk) } else { quote!(cont) };
            self.out.push(quote_spanned!(span=> __m.#call(#depth); let #gone = #k;));
            for n in first..self.frames.len() {
                let frame = self.frames[n].clone();
                self.out
                    .push(quote_spanned!(span=> #frame = __m.and_not(#frame, #gone);));
            }
        } else if breaks {
            self.out
                .push(quote_spanned!(span=> if __m.ubrk(#depth) { break #rust; }));
        } else {
            self.out
                .push(quote_spanned!(span=> if __m.ucont(#depth) { continue #rust; }));
        }
    }
}
