//! `for` over ranges.
//!
//! A half-open range with uniform bounds is the machine's own `for`. Every other range becomes a
//! `while` over a counter, which steps before the body runs, so that `continue` needs no care. What
//! could step past the end of its type carries a flag instead of a test of the counter:
//!
//! ```text
//! for j in a..=b { A }      let mut n = a; let mut more = a <= b;
//!                           while more { let j = n; more = n < b; n = n + 1; A }
//! (a..b).step_by(k)         more = a < b at first, then b - n > k, in 64 bits without a sign
//! (a..b).rev()              j = a + b - 1 - n
//! ```

use crate::diag::msg;
use crate::lower::{Bind, Lower, Val};
use crate::tree;
use proc_macro2::{Literal, Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::spanned::Spanned;
use syn::{Expr, ExprForLoop, Ident, Pat};

/// The header of a `for`.
pub struct ForHead<'a> {
    name: Option<Ident>,
    pub from: &'a Expr,
    pub to: &'a Expr,
    pub inclusive: bool,
    pub reversed: bool,
    pub step: Option<&'a Expr>,
}

impl<'a> ForHead<'a> {
    /// Reads `a..b`, `a..=b`, `(…).rev()`, `(…).step_by(k)` and `(…).rev().step_by(k)`.
    pub fn of(f: &'a ExprForLoop) -> Option<Self> {
        let name = match &*f.pat {
            Pat::Ident(p) => Some(p.ident.clone()),
            Pat::Wild(_) => None,
            _ => return None,
        };
        let (range, step) = match tree::bare(&f.expr) {
            Expr::MethodCall(c) if c.method == "step_by" && c.args.len() == 1 => {
                (tree::bare(&c.receiver), Some(&c.args[0]))
            }
            e => (e, None),
        };
        let (range, reversed) = match range {
            Expr::MethodCall(c) if c.method == "rev" && c.args.is_empty() => (tree::bare(&c.receiver), true),
            e => (e, false),
        };
        let Expr::Range(r) = range else { return None };
        Some(ForHead {
            name,
            from: r.start.as_deref()?,
            to: r.end.as_deref()?,
            inclusive: matches!(r.limits, syn::RangeLimits::Closed(_)),
            reversed,
            step,
        })
    }
}

/// How far a counter steps.
enum Step {
    One,
    /// A literal that every integer type can hold.
    Small(u8),
    /// A `usize`, not 0.
    Value(Ident),
}

/// A `for` written as a `while`.
struct Counted {
    varying: bool,
    from: Ident,
    to: Ident,
    step: Step,
    counter: Ident,
    more: Ident,
}

impl Lower<'_> {
    pub fn for_loop(&mut self, f: &ExprForLoop) -> Val {
        if tree::par_argument(f).is_some() {
            if self.of_group() {
                return self.items(f);
            }
            let message = if self.device {
                msg::PAR_IN_DEVICE
            } else {
                msg::PAR_IN_PAR
            };
            self.diag.error(f.expr.span(), message);
            return Val::Unit;
        }
        let Some(head) = ForHead::of(f) else {
            let last = match tree::bare(&f.expr) {
                Expr::MethodCall(c) if c.method == "rev" => tree::bare(&c.receiver),
                e => e,
            };
            let stepped = matches!(last, Expr::MethodCall(c) if c.method == "step_by");
            self.diag
                .error(f.expr.span(), if stepped { msg::STEP_REV } else { msg::FOR_RANGE });
            return Val::Unit;
        };
        let span = f.expr.span();
        if let (Some(name), Some(0), false) = (&head.name, crate::depend::literal(head.from), head.inclusive) {
            self.ends.insert(name.to_string(), head.to.clone());
        }
        let (from, to) = (self.expr(head.from), self.expr(head.to));
        let varying = self.vary.expr(&f.expr);
        if !varying && head.step.is_none() && (!head.inclusive || below_the_end(head.to)) {
            self.for_uniform(f, &head, &from, &to, span);
            return Val::Unit;
        }
        let step = self.step(&head, varying, span);
        let counted = Counted {
            varying,
            from: self.shaped(&from, varying, span),
            to: self.shaped(&to, varying, span),
            step,
            counter: self.fresh("f", span),
            more: self.fresh("more", span),
        };
        self.for_counted(f, &head, &counted, span);
        Val::Unit
    }

    fn for_uniform(&mut self, f: &ExprForLoop, head: &ForHead, from: &Val, to: &Val, span: Span) {
        let (from, mut to) = (self.shaped(from, false, span), self.shaped(to, false, span));
        if head.inclusive {
            to = self.named(false, quote_spanned!(span=> __u.add(#to, __u.lit(1))), span);
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
            s.loop_variable(head, false, value, span);
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
    }

    /// The step; one that is not a literal is tested, as `step_by` does.
    fn step(&mut self, head: &ForHead, varying: bool, span: Span) -> Step {
        let Some(e) = head.step else { return Step::One };
        if let Expr::Lit(syn::ExprLit {
            lit: syn::Lit::Int(n), ..
        }) = tree::bare(e)
            && let Ok(n @ 1..=127) = n.base10_parse::<u8>()
        {
            return Step::Small(n);
        }
        let value = self.expr(e);
        let (m, k, x) = (Self::machine(varying), self.mask(), self.shaped(&value, varying, span));
        let zero = self.named(varying, quote_spanned!(span=> #m.ne(#x, #m.lit(0usize))), span);
        let zero = if varying {
            quote!(#zero)
        } else {
            quote!(__m.splat(#zero))
        };
        let site = self.site(span, "step != 0".into());
        self.out.push(quote_spanned!(span=> __m.assert(#k, #zero, #site);));
        // A lane that fails the assertion is dead; its loop ends all the same.
        Step::Value(self.named(varying, quote_spanned!(span=> #m.max(#x, #m.lit(1usize))), span))
    }

    fn for_counted(&mut self, f: &ExprForLoop, head: &ForHead, c: &Counted, span: Span) {
        let m = Self::machine(c.varying);
        let (from, to, counter, more) = (&c.from, &c.to, &c.counter, &c.more);
        let text = head.name.as_ref().map_or("_".into(), Ident::to_string);
        // With a step of one and an open end the counter itself says whether there is more.
        let flag = head.inclusive || !matches!(c.step, Step::One);
        let reaches = if head.inclusive { quote!(le) } else { quote!(lt) };
        self.out
            .push(quote_spanned!(span=> let mut #counter = #m.local(#text, #from);));
        if flag {
            self.out
                .push(quote_spanned!(span=> let mut #more = #m.local("more", #m.#reaches(#from, #to));));
        }
        let (start, varying, rust) = self.open(&f.body, f.label.as_ref());
        let inner = self.nested(|s| {
            let now = s.named(c.varying, quote_spanned!(span=> #m.get(&#counter)), span);
            let test = if flag {
                quote_spanned!(span=> #m.get(&#more))
            } else {
                quote_spanned!(span=> #m.lt(#now, #to))
            };
            let test = s.emit(span, c.varying, test);
            let test = s.shaped(&test, varying, span);
            s.head(varying, Some(&test), span);
            let next = s.advance(head, c, &now, span);
            s.out.push(quote_spanned!(span=> #m.set_all(&mut #counter, #next);));
            let value = match (head.reversed, head.inclusive) {
                (false, _) => quote!(#now),
                (true, true) => quote_spanned!(span=> #m.sub(#m.add(#from, #to), #now)),
                (true, false) => quote_spanned!(span=> #m.sub(#m.sub(#m.add(#from, #to), #now), #m.lit(1))),
            };
            s.loop_variable(head, c.varying, value, span);
            s.block_value(&f.body);
        });
        self.close(varying);
        self.loop_text(start, &rust, inner);
    }

    /// Sets the flag; the counter's next value.
    fn advance(&mut self, head: &ForHead, c: &Counted, now: &Ident, span: Span) -> Ident {
        let m = Self::machine(c.varying);
        let (to, more) = (&c.to, &c.more);
        let (next, test) = match &c.step {
            Step::One => (
                quote_spanned!(span=> #m.add(#now, #m.lit(1))),
                head.inclusive.then(|| quote_spanned!(span=> #m.lt(#now, #to))),
            ),
            Step::Small(k) => {
                let k = Literal::u8_unsuffixed(*k);
                let next = self.named(c.varying, quote_spanned!(span=> #m.add(#now, #m.lit(#k))), span);
                let reaches = if head.inclusive { quote!(le) } else { quote!(lt) };
                // What steps past the end of its type comes out smaller.
                let test = quote_spanned!(span=> #m.and(#m.lt(#now, #next), #m.#reaches(#next, #to)));
                (quote!(#next), Some(test))
            }
            Step::Value(k) => {
                // `to` is not below `now`, so their distance fits a `usize` whatever their type.
                let far = quote_spanned!(span=> #m.sub(#m.cast::<_, usize>(#to), #m.cast::<_, usize>(#now)));
                let reaches = if head.inclusive { quote!(ge) } else { quote!(gt) };
                (
                    quote_spanned!(span=> #m.add(#now, #m.cast(#k))),
                    Some(quote_spanned!(span=> #m.#reaches(#far, #k))),
                )
            }
        };
        if let Some(test) = test {
            let test = self.named(c.varying, test, span);
            self.out.push(quote_spanned!(span=> #m.set_all(&mut #more, #test);));
        }
        self.named(c.varying, next, span)
    }

    fn loop_variable(&mut self, head: &ForHead, varying: bool, value: TokenStream, span: Span) {
        let Some(name) = &head.name else { return };
        self.out.push(quote_spanned!(span=> let #name = #value;));
        self.env.insert(name.to_string(), Bind::Value { varying, base: None });
    }

    fn named(&mut self, varying: bool, call: TokenStream, span: Span) -> Ident {
        let v = self.emit(span, varying, call);
        self.shaped(&v, varying, span)
    }
}

/// Whether an expression is surely less than its type's largest value: a literal that is not one.
fn below_the_end(e: &Expr) -> bool {
    match tree::bare(e) {
        Expr::Lit(syn::ExprLit {
            lit: syn::Lit::Int(n), ..
        }) => n.base10_parse::<u64>().is_ok_and(|n| {
            let last = |bits: u32| u64::MAX >> (64 - bits);
            ![7, 8, 15, 16, 31, 32, 63, 64].into_iter().any(|b| n == last(b))
        }),
        Expr::Unary(u) => matches!(u.op, syn::UnOp::Neg(_)) && matches!(tree::bare(&u.expr), Expr::Lit(_)),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::below_the_end;

    #[test]
    fn literals_at_the_end_of_a_type_are_known() {
        for text in ["0", "1", "126", "128", "1000", "-1", "(7)", "9u32"] {
            assert!(below_the_end(&syn::parse_str(text).unwrap()), "{text}");
        }
        for text in [
            "127",
            "255u8",
            "65_535",
            "0xffff_ffff",
            "n",
            "n - 1",
            "18446744073709551615",
        ] {
            assert!(!below_the_end(&syn::parse_str(text).unwrap()), "{text}");
        }
    }
}
