//! What `#[device]` puts beside the function.

use crate::array::{dims_of_type, element_type, rank_of_type};
use crate::diag::Diag;
use crate::item::{Param, bounds, named, param, refuse};
use crate::live::Live;
use crate::lower::{Bind, LoopKind, Lower, Val};
use crate::typed::generics;
use crate::{fields, matches, rename, tree, typed, vary, views};
use proc_macro2::{Span, TokenStream};
use quote::{format_ident, quote};
use std::collections::{HashMap, HashSet};
use syn::spanned::Spanned;
use syn::{Block, Ident, ItemFn, ReturnType, Type};

/// Expands `#[device]`.
pub fn device(_attr: TokenStream, item: TokenStream) -> TokenStream {
    let f: ItemFn = match syn::parse2(item.clone()) {
        Ok(f) => f,
        Err(e) => {
            let e = e.to_compile_error();
            return quote!(#item #e);
        }
    };
    let mut diag = Diag::default();
    refuse(&f, &mut diag);
    bounds(&f, &mut diag);
    recursion(&f, &mut diag);
    let (flat, _) = views::flatten(&tree::plain_names(&f), &mut diag);
    let params = device_params(&flat, &mut diag);
    for p in &params {
        if let DeviceParam::Plain(Param::Slice {
            name, written: true, ..
        }) = p
        {
            diag.error(
                name.span(),
                "a device function can't take `&mut [T]`: return the value and store it in the `par` loop",
            );
        }
    }
    if let ReturnType::Type(_, t) = &f.sig.output
        && element_type(t).is_some()
    {
        diag.error(
            t.span(),
            "a device function gives back a number or a tuple of numbers: to fill an array, take it as `&mut [T; N]`",
        );
        let error = diag.0.iter().map(syn::Error::to_compile_error);
        let stub = typed::device_stub(&f, &quote!(()));
        return quote!(#f #stub #(#error)*);
    }
    let beside = device_lowered(&flat, &params, typed::gate(&f), &mut diag);
    let errors = diag.0.iter().map(syn::Error::to_compile_error);
    if diag.0.is_empty() {
        quote!(#f #beside)
    } else {
        let stub = typed::device_stub(&f, &lowered_type(&f));
        quote!(#f #stub #(#errors)*)
    }
}

/// What a device function takes: what a kernel does, and arrays.
enum DeviceParam {
    Plain(Param),
    Array {
        name: Ident,
        elem: Type,
        dims: TokenStream,
        rank: usize,
        by: Pass,
    },
}
/// How an array is passed.
#[derive(Clone, Copy, PartialEq)]
enum Pass {
    Value,
    Ref,
    Mut,
}
impl DeviceParam {
    fn name(&self) -> &Ident {
        match self {
            DeviceParam::Plain(p) => p.name(),
            DeviceParam::Array { name, .. } => name,
        }
    }
}

fn device_params(f: &ItemFn, diag: &mut Diag) -> Vec<DeviceParam> {
    let mut all = Vec::new();
    for arg in &f.sig.inputs {
        let Some((name, ty)) = named(arg, diag) else { continue };
        let (by, inner) = match ty {
            Type::Reference(r) if r.mutability.is_some() => (Pass::Mut, &*r.elem),
            Type::Reference(r) => (Pass::Ref, &*r.elem),
            ty => (Pass::Value, ty),
        };
        if let Some(elem) = element_type(inner) {
            all.push(DeviceParam::Array {
                name: name.clone(),
                elem: elem.clone(),
                dims: dims_of_type(inner),
                rank: rank_of_type(inner),
                by,
            });
        } else {
            all.extend(param(name, ty, diag).map(DeviceParam::Plain));
        }
    }
    all
}

fn device_lowered(f: &ItemFn, params: &[DeviceParam], typed: TokenStream, diag: &mut Diag) -> TokenStream {
    let mut body: Block = (*f.block).clone();
    let outer: Vec<String> = params.iter().map(|p| p.name().to_string()).collect();
    matches::in_device(&mut body, diag);
    rename::rename(&mut body, &outer);
    let structs = fields::mentioned(f);
    let plain = params.iter().filter_map(|p| match p {
        DeviceParam::Plain(p) => Some(p),
        DeviceParam::Array { .. } => None,
    });
    let known = fields::numbers(plain.clone(), f);
    let mut open: HashSet<String> = plain
        .clone()
        .map(|p| p.name().to_string())
        .filter(|n| !known.contains(n))
        .collect();
    if structs {
        let scalar = |p: &&Param| matches!(p, Param::Scalar { .. });
        let scalars = plain.clone().filter(scalar).map(|p| p.name().to_string());
        let row = |p: &&Param| matches!(p, Param::Slice { elem, .. } if element_type(elem).is_some());
        let rows = plain.filter(row).map(|p| p.name().to_string()).collect();
        fields::in_block(&mut body, scalars.filter(|n| open.contains(n)).collect(), rows);
    } else {
        open.clear();
    }
    let scalars = params
        .iter()
        .filter(|p| !matches!(p, DeviceParam::Plain(Param::Slice { .. })));
    let vary = vary::solve(&body, scalars.map(|p| p.name().to_string()), None);
    let mut env = HashMap::new();
    let mut prologue = Vec::new();
    let mut args = Vec::new();
    for p in params {
        let name = p.name();
        match p {
            DeviceParam::Plain(Param::Scalar { ty, .. }) => {
                args.push(if open.contains(&name.to_string()) {
                    quote!(#name: <__Typed<#ty> as __h::Element>::Of<__h::Values<__M>>)
                } else {
                    quote!(#name: __h::V<__M, #ty>)
                });
                if vary.assigned.contains(&name.to_string()) {
                    let text = name.to_string();
                    prologue.push(if open.contains(&text) {
                        quote!(let mut #name = __h::local(__m, #text, #name);)
                    } else {
                        quote!(let mut #name = __m.local(#text, #name);)
                    });
                    env.insert(
                        name.to_string(),
                        Bind::Local {
                            varying: true,
                            frames: 1,
                        },
                    );
                } else {
                    env.insert(
                        name.to_string(),
                        Bind::Value {
                            varying: true,
                            base: None,
                        },
                    );
                }
            }
            DeviceParam::Array {
                elem, dims, rank, by, ..
            } => {
                let array = quote!(__h::Array<__M, #elem, #dims>);
                args.push(match by {
                    Pass::Mut => quote!(mut #name: &mut #array),
                    _ => quote!(#name: &#array),
                });
                // The caller's stays as it is.
                if *by == Pass::Value {
                    let text = name.to_string();
                    prologue.push(quote!(let mut #name = __h::clone_array(__m, __k0, #text, #name, __site);));
                }
                env.insert(name.to_string(), Bind::Array(*rank));
            }
            DeviceParam::Plain(Param::Slice { elem, .. }) => {
                args.push(if open.contains(&name.to_string()) {
                    quote!(#name: <__Typed<#elem> as __h::Element>::Handle<__M>)
                } else {
                    quote!(#name: __h::Sl<__M, #elem>)
                });
                env.insert(name.to_string(), Bind::Slice);
            }
        }
    }
    let mut lower = Lower {
        diag,
        fast: false,
        vary,
        live: Live::of(&body),
        env,
        out: prologue,
        counter: 0,
        frames: vec![format_ident!("__k0")],
        loops: Vec::new(),
        sites: Vec::new(),
        device: true,
        proved: HashMap::new(),
        sites_of_args: HashMap::new(),
        scatters: HashMap::new(),
        keep: None,
        rank: 0,
        exits: 0,
        group: None,
        ends: HashMap::new(),
        results: Vec::new(),
        structs,
        open,
    };
    let (text, result) = device_text(&mut lower, &body, f);
    let (vis, name, g, wher) = (&f.vis, &f.sig.ident, &generics(f), &f.sig.generics.where_clause);
    let ret = lowered_type(f);
    let doc = format!("[`{name}()`], lowered.");
    quote!(
        #[doc = #doc]
        #[allow(non_camel_case_types)]
        #vis struct #name {}
        #[allow(unused_mut, unused_variables, unused_parens, unused_assignments, clippy::all, clippy::pedantic)]
        const _: () = {
            use ::hoist::__private as __h;
            use __h::Machine as _;
            #typed
            impl #name {
                #[doc(hidden)]
                #[inline(always)]
                pub fn lower<__M: __h::Machine, #g>(__m: &__M, __k: __h::Mask<__M>, __site: u32, #(#args),*) -> #ret #wher {
                    let __m: &__Typed<__M> = __m;
                    let __u = __m.uniform();
                    let mut __k0 = __k;
                    #text
                    let __result: __Typed<#ret> = #result;
                    __result
                }
            }
        };
    )
}

/// The body's text, and the value it gives back.
fn device_text(lower: &mut Lower, body: &Block, f: &ItemFn) -> (TokenStream, TokenStream) {
    let prologue = lower.take_block();
    let returns = leaves_early(body);
    if returns {
        lower.results = (0..result_types(&f.sig.output).len())
            .map(|n| format_ident!("__result{}", n))
            .collect();
    }
    lower.open_whole(body, LoopKind::Device, None);
    let value = lower.block_value(body);
    let span = tree::tail(&f.block).map_or(f.block.span(), Spanned::span);
    if !returns {
        let result = returned(lower, &value, span);
        let text = lower.take_block();
        let text = lower.close_whole(text);
        return (quote!(#prologue #text), result);
    }
    lower.give_back(&value, span);
    let text = lower.take_block();
    let text = lower.close_whole(text);
    let (names, all) = (&lower.results, result_types(&f.sig.output));
    let open = |t: &Type| lower.structs && !fields::is_number(t, f);
    let types = all.iter().map(|t| {
        if open(t) {
            quote!(<#t as __h::Element>::Of<__h::Vars<__M>>)
        } else {
            quote!(__h::Local<__M, #t>)
        }
    });
    let undef = all.iter().map(|t| {
        if open(t) {
            quote!(__h::undef::<_, #t>(__m, "result"))
        } else {
            quote!(__m.local_undef("result"))
        }
    });
    let get = |(name, t): (&Ident, &&Type)| {
        if open(t) {
            quote!(__h::get(__m, &#name))
        } else {
            quote!(__m.get(&#name))
        }
    };
    let values = names.iter().zip(&all).map(get);
    let text = quote!(
        #prologue
        #(let mut #names: #types = #undef;)*
        #text
    );
    let result = match &f.sig.output {
        ReturnType::Type(_, t) if !matches!(**t, Type::Tuple(_)) => quote!(#(#values)*),
        _ => quote!((#(#values,)*)),
    };
    (text, result)
}

/// Whether a `return` stands in a body.
fn leaves_early(body: &Block) -> bool {
    struct Look(bool);
    impl<'a> syn::visit::Visit<'a> for Look {
        fn visit_expr_return(&mut self, _: &'a syn::ExprReturn) {
            self.0 = true;
        }
    }
    let mut look = Look(false);
    syn::visit::Visit::visit_block(&mut look, body);
    look.0
}

fn result_types(ret: &ReturnType) -> Vec<&Type> {
    match ret {
        ReturnType::Default => Vec::new(),
        ReturnType::Type(_, t) => match &**t {
            Type::Tuple(t) => t.elems.iter().collect(),
            t => vec![t],
        },
    }
}

fn lowered_type(f: &ItemFn) -> TokenStream {
    let one = |t: &Type| {
        if fields::is_number(t, f) {
            quote!(__h::V<__M, #t>)
        } else {
            quote!(<#t as __h::Element>::Of<__h::Values<__M>>)
        }
    };
    match &f.sig.output {
        ReturnType::Default => quote!(()),
        ReturnType::Type(_, t) => match &**t {
            Type::Tuple(t) => {
                let parts = t.elems.iter().map(one);
                quote!((#(#parts),*))
            }
            t => one(t),
        },
    }
}

fn returned(lower: &mut Lower, value: &Val, span: Span) -> TokenStream {
    match value {
        Val::Tuple(parts) => {
            let parts: Vec<_> = parts.iter().map(|p| lower.shaped(p, true, span)).collect();
            quote!((#(#parts),*))
        }
        Val::Unit => quote!(()),
        v => {
            let v = lower.shaped(v, true, span);
            quote!(#v)
        }
    }
}

/// Refuses a function that calls itself: a device has no stack for it.
fn recursion(f: &ItemFn, diag: &mut Diag) {
    struct Calls<'a>(&'a syn::Ident, Vec<proc_macro2::Span>);
    impl<'a> syn::visit::Visit<'a> for Calls<'_> {
        fn visit_expr_call(&mut self, c: &'a syn::ExprCall) {
            if let syn::Expr::Path(p) = crate::tree::bare(&c.func)
                && let [.., last] = p.path.segments.iter().collect::<Vec<_>>()[..]
                && last.ident == *self.0
                && p.path
                    .segments
                    .iter()
                    .rev()
                    .skip(1)
                    .all(|s| s.ident == "self" || s.ident == "Self")
            {
                self.1.push(last.ident.span());
            }
            syn::visit::visit_expr_call(self, c);
        }
    }
    let mut calls = Calls(&f.sig.ident, Vec::new());
    syn::visit::Visit::visit_block(&mut calls, &f.block);
    for span in calls.1 {
        diag.error(
            span,
            format!(
                "`{}` calls itself, and a device has no stack for that: write a loop, with what the calls would keep in variables",
                f.sig.ident
            ),
        );
    }
}
