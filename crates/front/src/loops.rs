//! Loops, `break` and `continue`.

use crate::diag::msg;
use crate::lower::{Bind, Lower, OpenLoop, Val};
use crate::tree;
use proc_macro2::{Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::spanned::Spanned;
use syn::{Block, Expr, Ident, Pat};

impl Lower<'_> {
    fn open(&mut self, body: &Block, label: Option<&syn::Label>) -> (TokenStream, bool, syn::Lifetime) {
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
            label: label.map(|l| l.name.ident.to_string()),
            id,
            varying,
            rust: rust.clone(),
            live: self.frames.len().saturating_sub(2),
        });
        (start, varying, rust)
    }

    fn close(&mut self, varying: bool) {
        self.loops.pop();
        if varying {
            self.frames.pop();
            self.frames.pop();
        }
    }

    /// The text of a loop whose head has been opened: `test` leaves it, `body` is the rest.
    fn loop_text(&mut self, start: TokenStream, rust: &syn::Lifetime, inner: TokenStream) {
        self.out.push(quote!(
            __m.loop_begin();
            #start
            #rust: loop {
                if !__m.loop_again() { break; }
                #inner
            }
        ));
    }

    fn live_names(&self) -> (Ident, Ident) {
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

    fn head(&mut self, varying: bool, c: Option<&Ident>, span: Span) {
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

    pub fn for_loop(&mut self, f: &syn::ExprForLoop) -> Val {
        if tree::par_argument(f).is_some() {
            self.diag.error(f.expr.span(), msg::PAR_IN_PAR);
            return Val::Unit;
        }
        let Some(head) = ForHead::of(f) else {
            self.diag.error(f.expr.span(), msg::FOR_RANGE);
            return Val::Unit;
        };
        let span = f.expr.span();
        let (from, to) = (self.expr(head.from), self.expr(head.to));
        if self.vary.expr(&f.expr) {
            self.for_lanes(f, &head, &from, &to, span);
            return Val::Unit;
        }
        let (from, mut to) = (self.shaped(&from, false, span), self.shaped(&to, false, span));
        if head.inclusive {
            to = self.uniform(quote_spanned!(span=> __u.add(#to, __u.lit(1))), span);
        }
        let (start, varying, rust) = self.open(&f.body, f.label.as_ref());
        let counter = self.fresh("f", span);
        let text = head.name.as_ref().map_or("_".into(), Ident::to_string);
        let outer_k = if varying { self.live_names().0 } else { self.mask() };
        let inner = self.nested(|s| {
            if varying {
                let (kl, ki) = s.live_names();
                s.out.push(quote!(let mut #ki = #kl;));
            }
            let value = if head.reversed {
                quote_spanned!(span=> __u.sub(__u.sub(__u.add(#from, #to), __m.for_value(&#counter)), __u.lit(1)))
            } else {
                quote_spanned!(span=> __m.for_value(&#counter))
            };
            if let Some(name) = &head.name {
                s.out.push(quote_spanned!(span=> let #name = #value;));
                s.env.insert(
                    name.to_string(),
                    Bind::Value {
                        varying: false,
                        base: None,
                    },
                );
            }
            s.block_value(&f.body);
        });
        self.close(varying);
        self.out.push(quote_spanned!(span=>
        #start
        let mut #counter = __m.for_begin(#text, #from, #to);
        #rust: loop {
            if !__m.for_test(#outer_k, &mut #counter) { break; }
            #inner
        }));
        Val::Unit
    }

    /// A `for` whose bounds differ between lanes: a `while` over a counter.
    fn for_lanes(&mut self, f: &syn::ExprForLoop, head: &ForHead, from: &Val, to: &Val, span: Span) {
        let (from, to) = (self.shaped(from, true, span), self.shaped(to, true, span));
        let counter = self.fresh("f", span);
        self.out
            .push(quote_spanned!(span=> let mut #counter = __m.local("n", #from);));
        let (start, _, rust) = self.open(&f.body, f.label.as_ref());
        let inner = self.nested(|s| {
            let test = if head.inclusive { quote!(le) } else { quote!(lt) };
            let n = s.lanes(quote_spanned!(span=> __m.get(&#counter)), span);
            let c = s.lanes(quote_spanned!(span=> __m.#test(#n, #to)), span);
            s.head(true, Some(&c), span);
            s.out
                .push(quote_spanned!(span=> __m.set_all(&mut #counter, __m.add(#n, __m.lit(1)));));
            let value = if head.reversed {
                let last = if head.inclusive { quote!(0) } else { quote!(1) };
                quote_spanned!(span=> __m.sub(__m.sub(__m.add(#from, #to), #n), __m.lit(#last)))
            } else {
                quote!(#n)
            };
            if let Some(name) = &head.name {
                s.out.push(quote_spanned!(span=> let #name = #value;));
                s.env.insert(
                    name.to_string(),
                    Bind::Value {
                        varying: true,
                        base: None,
                    },
                );
            }
            s.block_value(&f.body);
        });
        self.close(true);
        self.loop_text(start, &rust, inner);
    }

    fn uniform(&mut self, call: TokenStream, span: Span) -> Ident {
        let v = self.emit(span, false, call);
        self.shaped(&v, false, span)
    }

    fn lanes(&mut self, call: TokenStream, span: Span) -> Ident {
        let v = self.emit(span, true, call);
        self.shaped(&v, true, span)
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
        let Some(at) = self.loops.iter().rposition(|l| label.is_none() || l.label == label) else {
            if breaks {
                self.diag.error(span, msg::PAR_BREAK);
            } else {
                // `continue` of the `par` loop itself.
                self.diag.error(
                    span,
                    "`continue` of a `par` loop isn't supported yet: put the rest of the body in an `if`",
                );
            }
            return Val::Never;
        };
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
        Val::Never
    }
}

struct ForHead<'a> {
    name: Option<Ident>,
    from: &'a Expr,
    to: &'a Expr,
    inclusive: bool,
    reversed: bool,
}

impl<'a> ForHead<'a> {
    fn of(f: &'a syn::ExprForLoop) -> Option<Self> {
        let name = match &*f.pat {
            Pat::Ident(p) => Some(p.ident.clone()),
            Pat::Wild(_) => None,
            _ => return None,
        };
        let (range, reversed) = match tree::bare(&f.expr) {
            Expr::MethodCall(c) if c.method == "rev" && c.args.is_empty() => (tree::bare(&c.receiver), true),
            e => (e, false),
        };
        let Expr::Range(r) = range else { return None };
        let inclusive = matches!(r.limits, syn::RangeLimits::Closed(_));
        Some(ForHead {
            name,
            from: r.start.as_deref()?,
            to: r.end.as_deref()?,
            inclusive,
            reversed,
        })
    }
}
