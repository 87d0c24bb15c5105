//! One error for one mistake.
//!
//! * A type mistake shows rustc's error on the user's function, and nothing of the lowering: see [`gate`].
//! * A refused function leaves a stub, so that its callers have nothing to add.

use proc_macro2::TokenStream;
use quote::quote;
use syn::punctuated::Punctuated;
use syn::{FnArg, GenericParam, Ident, ItemFn, ReturnType, Token, Type};

/// Types a copy of the plain function, in a constant that nothing calls. `__Typed<T>` is `T` where the
/// function's types fit. Where they don't, rustc says so once for function and copy, and the
/// constant and `__Typed<T>` have no value: rustc is then silent about what is made from them.
///
/// A constant can't use the function's parameters: const ones get a value, with type ones nothing is checked.
pub fn gate(plain: &ItemFn) -> TokenStream {
    let mut values = Vec::new();
    for p in &plain.sig.generics.params {
        match p {
            GenericParam::Type(_) => {
                return quote!(
                    type __Typed<T> = T;
                );
            }
            GenericParam::Const(c) => {
                let (name, ty) = (&c.ident, &c.ty);
                let value = match &*quote!(#ty).to_string() {
                    "bool" => quote!(true),
                    "char" => quote!('a'),
                    _ => quote!(1),
                };
                values.push(quote!(const #name: #ty = #value;));
            }
            GenericParam::Lifetime(_) => {}
        }
    }
    let mut inputs = plain.sig.inputs.clone();
    for input in &mut inputs {
        if let FnArg::Typed(t) = input
            && let Type::Reference(r) = &mut *t.ty
        {
            r.lifetime = None;
        }
    }
    // A function that returns nothing may end with what it does not need; rustc says so of the function.
    let (output, block) = (&plain.sig.output, &plain.block);
    let elements = crate::fields::maybe_structs(plain);
    selected(
        &quote!(),
        &quote!(
            #(#values)*
            #(#elements)*
            let _ = |#inputs| #output #block;
        ),
    )
}

/// `__Typed<T>`, which is `T` where `checked` compiles in a constant. Where it doesn't, rustc has said so once, and is silent
/// about what is made of a type without a value.
pub fn selected(vis: &TokenStream, checked: &TokenStream) -> TokenStream {
    quote!(
        #[allow(warnings, arithmetic_overflow, unconditional_panic, overflowing_literals, clippy::all, clippy::pedantic)]
        const __TYPED: usize = {
            #checked
            1
        };
        #vis struct __Is<const N: usize>;
        #vis trait __Select<T> {
            type Typed;
        }
        impl<T> __Select<T> for __Is<1> {
            type Typed = T;
        }
        type __Typed<T> = <__Is<__TYPED> as __Select<T>>::Typed;
    )
}

/// The function's type and const parameters. What stands beside it borrows nothing.
pub fn generics(f: &ItemFn) -> Punctuated<GenericParam, Token![,]> {
    let all = f.sig.generics.params.iter();
    all.filter(|p| !matches!(p, GenericParam::Lifetime(_)))
        .cloned()
        .collect()
}

/// The struct of a kernel that was refused. Nothing calls it: the compilation has failed.
pub fn kernel_stub(f: &ItemFn, name: &Ident) -> TokenStream {
    let vis = &f.vis;
    let (g, wher) = (&generics(f), &f.sig.generics.where_clause);
    let ret = match &f.sig.output {
        ReturnType::Default => quote!(()),
        ReturnType::Type(_, t) => quote!(#t),
    };
    let args: Vec<TokenStream> = f
        .sig
        .inputs
        .iter()
        .map(|_| quote!(_: impl ::core::marker::Sized))
        .collect();
    let cfgs: Vec<_> = f.attrs.iter().filter(|a| a.path().is_ident("cfg")).collect();
    quote!(
        #(#cfgs)*
        #[allow(non_camel_case_types, missing_docs)]
        #vis struct #name {}
        #(#cfgs)*
        #[allow(warnings, clippy::all, clippy::pedantic)]
        const _: () = {
            use ::hoist::__private as __h;
            impl #name {
                pub fn call_from_kernel<__C, #g>(_: &mut __C, #(#args),*) -> ::core::result::Result<#ret, __h::Stop> #wher {
                    ::core::panic!("this kernel was refused")
                }
                pub fn run<#g>(_: &__h::Device, #(#args),*) -> ::core::result::Result<#ret, __h::Error> #wher {
                    ::core::panic!("this kernel was refused")
                }
                pub fn launch<#g>(_: &__h::Queue, #(#args),*) -> ::core::result::Result<__h::Event<#ret>, __h::Error> #wher {
                    ::core::panic!("this kernel was refused")
                }
                pub fn source<#g>(_: __h::Target) -> ::core::result::Result<::std::string::String, __h::Error> #wher {
                    ::core::panic!("this kernel was refused")
                }
                pub fn explain() -> &'static str {
                    "refused"
                }
            }
        };
    )
}

/// The same for a device function; `ret` is what its lowering would give back.
pub fn device_stub(f: &ItemFn, ret: &TokenStream) -> TokenStream {
    let (vis, name) = (&f.vis, &f.sig.ident);
    let (g, wher) = (&generics(f), &f.sig.generics.where_clause);
    let args = f.sig.inputs.iter().filter(|a| matches!(a, FnArg::Typed(_)));
    let args = args.map(|_| quote!(_: impl ::core::marker::Sized));
    quote!(
        #[allow(non_camel_case_types, missing_docs)]
        #vis struct #name {}
        #[allow(warnings, clippy::all, clippy::pedantic)]
        const _: () = {
            use ::hoist::__private as __h;
            impl #name {
                pub fn lower<__M: __h::Machine, #g>(_: &__M, _: __h::Mask<__M>, _: u32, #(#args),*) -> #ret #wher {
                    ::core::panic!("this function was refused")
                }
            }
        };
    )
}
