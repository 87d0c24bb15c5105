//! `elementwise!`: a closure over elements becomes a kernel over slices.
//!
//! ```text
//! elementwise!(|x: f32, y: f32| x * y)
//!
//! fn elementwise(__all0: bool, __value0: f32, x: &[f32], …, __out: &mut [f32]) {
//!     for __i in par(0..__out.len()) {
//!         let x = if __all0 { __value0 } else { x[__i] };
//!         …
//!         __out[__i] = x * y;
//!     }
//! }
//! ```
//!
//! Whether an input is one value for all elements is a scalar of the launch, so that one program serves every
//! combination.

use crate::diag::msg;
use proc_macro2::{Span, TokenStream};
use quote::{format_ident, quote, quote_spanned};
use std::collections::HashSet;
use syn::spanned::Spanned;
use syn::visit::{self, Visit};
use syn::{Expr, ExprClosure, Ident, Pat, PatIdent, ReturnType, Type};

/// One input: its name and the type of its elements.
struct Input {
    name: Ident,
    ty: Type,
    mutable: bool,
}

fn inputs(closure: &ExprClosure) -> syn::Result<Vec<Input>> {
    let wrong = |span: Span| syn::Error::new(span, msg::ELEMENTWISE_INPUT);
    let read = |pat: &Pat| match pat {
        Pat::Type(t) => match &*t.pat {
            Pat::Ident(p) if p.by_ref.is_none() && p.subpat.is_none() && !matches!(*t.ty, Type::Infer(_)) => {
                Ok(Input {
                    name: p.ident.clone(),
                    ty: (*t.ty).clone(),
                    mutable: p.mutability.is_some(),
                })
            }
            _ => Err(wrong(t.span())),
        },
        p => Err(wrong(p.span())),
    };
    closure.inputs.iter().map(read).collect()
}

/// Refuses a local variable of the function around: names in capitals are constants, and what is called is an item.
fn captures(body: &Expr, inputs: &[Input]) -> syn::Result<()> {
    struct Names<'a> {
        bound: HashSet<String>,
        used: Vec<&'a Ident>,
    }
    impl<'a> Visit<'a> for Names<'a> {
        fn visit_pat_ident(&mut self, p: &'a PatIdent) {
            self.bound.insert(p.ident.to_string());
            visit::visit_pat_ident(self, p);
        }
        fn visit_expr(&mut self, e: &'a Expr) {
            match e {
                Expr::Call(c) => c.args.iter().for_each(|a| self.visit_expr(a)),
                Expr::Path(_) => self.used.extend(crate::tree::ident(e)),
                _ => visit::visit_expr(self, e),
            }
        }
    }
    let mut names = Names {
        bound: inputs.iter().map(|i| i.name.to_string()).collect(),
        used: Vec::new(),
    };
    names.visit_expr(body);
    let lower = |i: &Ident| i.to_string().starts_with(|c: char| c.is_lowercase() || c == '_');
    match names
        .used
        .iter()
        .find(|i| lower(i) && !names.bound.contains(&i.to_string()))
    {
        Some(i) => Err(syn::Error::new(
            i.span(),
            format!(
                "`elementwise!` captures nothing: make `{i}` an input with its type, `|…, {i}: f32|`, and pass the value; a scalar stands for all elements"
            ),
        )),
        None => Ok(()),
    }
}

/// Expands `elementwise!(|x: f32, y: f32| -> f32 { … })`.
pub fn elementwise(tokens: TokenStream) -> TokenStream {
    match expand(tokens) {
        Ok(text) => text,
        Err(e) => e.to_compile_error(),
    }
}

fn expand(tokens: TokenStream) -> syn::Result<TokenStream> {
    let closure = match syn::parse2(tokens)? {
        Expr::Closure(c) => c,
        e => return Err(syn::Error::new(e.span(), msg::ELEMENTWISE)),
    };
    if closure.asyncness.is_some() || closure.movability.is_some() || closure.capture.is_some() {
        return Err(syn::Error::new(closure.or1_token.span(), msg::ELEMENTWISE));
    }
    let inputs = inputs(&closure)?;
    let Some(first) = inputs.first() else {
        return Err(syn::Error::new(closure.or1_token.span(), msg::ELEMENTWISE_INPUT));
    };
    captures(&closure.body, &inputs)?;
    let out = match &closure.output {
        ReturnType::Type(_, t) => (**t).clone(),
        ReturnType::Default => first.ty.clone(),
    };
    let kernel = kernel(&closure.body, &inputs, &out);
    let methods = methods(&inputs, &out);
    Ok(quote!({
        #kernel
        #methods
        __Elementwise
    }))
}

/// The kernel's text, expanded.
fn kernel(body: &Expr, inputs: &[Input], out: &Type) -> TokenStream {
    let params = inputs.iter().enumerate().map(|(n, input)| {
        let (all, value) = (format_ident!("__all{n}"), format_ident!("__value{n}"));
        let (name, ty) = (&input.name, &input.ty);
        quote!(#all: bool, #value: #ty, #name: &[#ty])
    });
    let elements = inputs.iter().enumerate().map(|(n, input)| {
        let (all, value) = (format_ident!("__all{n}"), format_ident!("__value{n}"));
        let (name, mutable) = (&input.name, input.mutable.then(|| quote!(mut)));
        quote!(let #mutable #name = if #all { #value } else { #name[__i] };)
    });
    let span = body.span();
    let store = quote_spanned!(span=> __out[__i] = #body;);
    let item = quote!(
        #[allow(clippy::all, clippy::pedantic, unused_braces, unused_parens)]
        fn elementwise(#(#params,)* __out: &mut [#out]) {
            for __i in ::hoist::par(0..__out.len()) {
                #(#elements)*
                #store
            }
        }
    );
    crate::item::kernel(TokenStream::new(), item)
}

fn methods(inputs: &[Input], out: &Type) -> TokenStream {
    let names: Vec<&Ident> = inputs.iter().map(|i| &i.name).collect();
    let types: Vec<&Type> = inputs.iter().map(|i| &i.ty).collect();
    let kinds: Vec<Ident> = (0..inputs.len()).map(|n| format_ident!("__A{n}")).collect();
    let texts: Vec<String> = names.iter().map(ToString::to_string).collect();
    let args: Vec<TokenStream> = names.iter().map(|n| quote!(#n.all, #n.value, #n.slice)).collect();
    let plain = names.iter().map(|n| quote!(#n.all, #n.value, #n.slice.as_ref()));
    quote!(
        /// An element-wise kernel.
        #[derive(Clone, Copy, Debug, Default)]
        struct __Elementwise;
        #[allow(dead_code, clippy::all, clippy::pedantic)]
        impl __Elementwise {
            /// The plain loop over host memory.
            ///
            /// # Errors
            /// Inputs of different lengths.
            fn call<#(#kinds: ::hoist::Input<#types>),*>(
                self, #(#names: #kinds),*
            ) -> ::core::result::Result<::std::vec::Vec<#out>, ::hoist::Error>
            where #(#kinds::Slice: ::core::convert::AsRef<[#types]>),* {
                #(let #names = ::hoist::Input::operand(#names);)*
                let __n = ::hoist::__private::common_length(&[#((#texts, #names.len)),*], ::core::option::Option::None)?;
                let mut __out = ::std::vec![<#out as ::core::default::Default>::default(); __n];
                elementwise(#(#plain,)* &mut __out);
                ::core::result::Result::Ok(__out)
            }
            /// Runs it on a device, into a new vector.
            ///
            /// # Errors
            /// Inputs of different lengths, a fault, a buffer of another device, or what the device can't do.
            fn run<#(#kinds: ::hoist::Input<#types>),*>(
                self, __device: &::hoist::Device, #(#names: #kinds),*
            ) -> ::core::result::Result<::std::vec::Vec<#out>, ::hoist::Error> {
                #(let #names = ::hoist::Input::operand(#names);)*
                let __n = ::hoist::__private::common_length(&[#((#texts, #names.len)),*], ::core::option::Option::None)?;
                let mut __out = ::std::vec![<#out as ::core::default::Default>::default(); __n];
                elementwise::run(__device, #(#args,)* &mut __out)?;
                ::core::result::Result::Ok(__out)
            }
            /// Runs it on a device, into `out`: a slice or a buffer.
            ///
            /// # Errors
            /// As of `run`.
            fn run_into<#(#kinds: ::hoist::Input<#types>,)* __Out: ::hoist::SliceArgMut<#out>>(
                self, __device: &::hoist::Device, #(#names: #kinds,)* mut __out: __Out
            ) -> ::core::result::Result<(), ::hoist::Error> {
                #(let #names = ::hoist::Input::operand(#names);)*
                let __n = ::hoist::SliceArgMut::<#out>::elements(&__out);
                ::hoist::__private::common_length(&[#((#texts, #names.len)),*], ::core::option::Option::Some(__n))?;
                elementwise::run(__device, #(#args,)* __out)
            }
            /// What a device is given, as text.
            ///
            /// # Errors
            /// A type or operation that the target lacks.
            fn source(self, __target: ::hoist::Target) -> ::core::result::Result<::std::string::String, ::hoist::Error> {
                elementwise::source(__target)
            }
            /// Why its loop is parallel.
            fn explain(self) -> &'static str {
                elementwise::explain()
            }
        }
    )
}
