//! Lowers a body to calls of a machine.
//!
//! Every operation becomes one `let`, so that the evaluation order is the text's order. A value is
//! uniform (made on `__u`) or varying (made on `__m`); [`crate::vary`] has decided which variables
//! vary, and a uniform operand of a varying operation is splatted.
//!
//! A value also carries, where there is one, its *base*: the uniform value it has in lane 0, when
//! lane `l` has `base + l`. An index with a base is a contiguous access.

use crate::diag::Diag;
use crate::live::Live;
use crate::vary::Varying;
use proc_macro2::{Span, TokenStream};
use quote::{format_ident, quote, quote_spanned};
use std::collections::{HashMap, HashSet};
use syn::{Ident, Lifetime};

/// A lowered expression.
#[derive(Clone)]
pub enum Val {
    V {
        name: Ident,
        varying: bool,
        base: Option<Ident>,
    },
    Tuple(Vec<Val>),
    Slice(Ident),
    Array(Ident),
    Unit,
    /// Control never comes here.
    Never,
}

/// What a name stands for.
#[derive(Clone)]
pub enum Bind {
    Value {
        varying: bool,
        base: Option<Ident>,
    },
    /// A variable, with the number of mask frames open at its declaration.
    Local {
        varying: bool,
        frames: usize,
    },
    Slice,
    /// An array of the host part: a slice that is only read.
    Given(usize),
    /// Of so many dimensions.
    Array(usize),
    /// A host scalar that the loop reduces, by its position in the accumulators.
    Reduced(usize),
    /// A host scalar that the loop scans, by its position in the accumulators, and whether one statement updates it, once.
    Scanned(usize, bool),
    Tuple(Vec<Val>),
}

/// What a body's statements stand in.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum LoopKind {
    /// A sequential loop.
    Inner,
    /// The parallel loop itself: `continue` ends the iteration.
    Par,
    /// A device function's body: `return` ends it.
    Device,
}

/// An open loop.
pub struct OpenLoop {
    pub kind: LoopKind,
    pub label: Option<String>,
    pub id: usize,
    pub varying: bool,
    pub rust: Lifetime,
    /// Frame of the loop's live mask; the iteration's mask is the next one.
    pub live: usize,
}

/// A place that may fault.
pub struct SiteText {
    pub span: Span,
    pub text: String,
}

/// State of a lowering.
pub struct Lower<'a> {
    pub diag: &'a mut Diag,
    pub vary: Varying,
    pub live: Live,
    pub env: HashMap<String, Bind>,
    pub out: Vec<TokenStream>,
    pub counter: usize,
    /// Masks, outermost first.
    pub frames: Vec<Ident>,
    pub loops: Vec<OpenLoop>,
    pub sites: Vec<SiteText>,
    /// `#[kernel(fast)]`.
    pub fast: bool,
    /// In a device function every site is the caller's.
    pub device: bool,
    /// Accesses, by address, that the chunk's interval test covers.
    pub proved: HashMap<usize, bool>,
    /// Sites of arg-reductions, by the address of their `if`.
    pub sites_of_args: HashMap<usize, (usize, crate::arg::Site)>,
    /// Slices that are updated by several iterations, and the operation.
    pub scatters: HashMap<String, crate::reduce::Op>,
    /// The statements that are lowered, by address, where not all are: see [`crate::scan`].
    pub keep: Option<HashSet<usize>>,
    /// Ranges of the `par` loop.
    pub rank: usize,
    /// How often the whole body has been left early so far: see [`crate::whole`].
    pub exits: usize,
    /// Of a loop with loops of items.
    pub group: Option<crate::group::GroupLower>,
    /// Loop variables that start at 0, with where they end.
    pub ends: HashMap<String, syn::Expr>,
    /// Variables that hold what a device function with a `return` gives back.
    pub results: Vec<Ident>,
    /// Whether the function may have to do with structs.
    pub structs: bool,
    /// Names whose value may be a struct, and slices of which an element may be one.
    pub open: HashSet<String>,
}

impl Lower<'_> {
    pub fn fresh(&mut self, stem: &str, span: Span) -> Ident {
        self.counter += 1;
        format_ident!("__{}{}", stem, self.counter, span = span)
    }

    /// The mask of the current place.
    pub fn mask(&self) -> Ident {
        self.frames.last().expect("a body has a mask").clone()
    }

    /// Emits `let t = call;`.
    pub fn emit(&mut self, span: Span, varying: bool, call: TokenStream) -> Val {
        let name = self.fresh("t", span);
        self.out.push(quote_spanned!(span=> let #name = #call;));
        Val::V {
            name,
            varying,
            base: None,
        }
    }

    /// The machine of a shape.
    pub fn machine(varying: bool) -> TokenStream {
        if varying { quote!(__m) } else { quote!(__u) }
    }

    /// The value's name, splatted when `varying` asks for lanes.
    pub fn shaped(&mut self, v: &Val, varying: bool, span: Span) -> Ident {
        match v {
            Val::V {
                name, varying: false, ..
            } if varying => {
                let open = self.is_open(v);
                let call = if open {
                    quote_spanned!(span=> __h::splat(__m, #name))
                } else {
                    quote_spanned!(span=> __m.splat(#name))
                };
                let splatted = self.emit(span, true, call);
                if open && let Val::V { name, .. } = &splatted {
                    self.open.insert(name.to_string());
                }
                match splatted {
                    Val::V { name, .. } => name,
                    _ => unreachable!("emit gives a value"),
                }
            }
            Val::V { name, .. } => name.clone(),
            Val::Slice(_) => {
                self.diag.error(span, crate::diag::msg::SLICE_VALUE);
                format_ident!("__error")
            }
            Val::Array(_) => {
                self.diag.error(span, crate::diag::msg::ARRAY_VALUE);
                format_ident!("__error")
            }
            Val::Tuple(_) => {
                self.diag.error(
                    span,
                    "a tuple can only be taken apart here: bind its parts with `let (a, b) = …`",
                );
                format_ident!("__error")
            }
            Val::Unit | Val::Never => {
                if self.diag.0.is_empty() {
                    self.diag.error(span, "a value is needed here");
                }
                format_ident!("__error")
            }
        }
    }

    pub fn site(&mut self, span: Span, text: String) -> TokenStream {
        if self.device {
            return quote!(__site);
        }
        let n = self.sites.len() as u32;
        self.sites.push(SiteText { span, text });
        quote!(#n)
    }

    /// Lowers into a block of its own.
    pub fn nested(&mut self, f: impl FnOnce(&mut Self)) -> TokenStream {
        let outer = std::mem::take(&mut self.out);
        f(self);
        let inner = std::mem::replace(&mut self.out, outer);
        quote!(#(#inner)*)
    }

    /// Assigns a variable, blending only where a dead lane may look at it again.
    pub fn set(&mut self, name: &Ident, v: &Val, span: Span) {
        let Some(Bind::Local { varying, frames }) = self.env.get(&name.to_string()).cloned() else {
            self.diag.error(span, crate::diag::msg::INNER_UPDATE);
            return;
        };
        let value = self.shaped(v, varying, span);
        let k = self.mask();
        if self.open.contains(&name.to_string()) {
            let m = Self::machine(varying);
            self.out.push(if !varying || self.unobserved(name, frames) {
                quote_spanned!(span=> __h::set_all(#m, &mut #name, #value);)
            } else {
                quote_spanned!(span=> __h::set(#m, &mut #name, #k, #value);)
            });
            return;
        }
        self.out.push(if !varying {
            quote_spanned!(span=> __u.set_all(&mut #name, #value);)
        } else if self.unobserved(name, frames) {
            quote_spanned!(span=> __m.set_all(&mut #name, #value);)
        } else {
            quote_spanned!(span=> __m.set(&mut #name, #k, #value);)
        });
    }

    /// Whether no lane that is dead here can read `name` later: the variable was declared under the
    /// same mask, or this is the top of a loop after which it is dead and which has no `continue`.
    pub fn unobserved(&self, name: &Ident, frames: usize) -> bool {
        if frames == self.frames.len() {
            return true;
        }
        let Some(open) = self.loops.last() else { return false };
        open.varying
            && frames == open.live
            && self.frames.len() == open.live + 2
            && self.live.dead_after(&name.to_string(), open.id)
            && !self.live.has_continue(open.id)
    }

    pub fn take_block(&mut self) -> TokenStream {
        let out = std::mem::take(&mut self.out);
        quote!(#(#out)*)
    }
}
