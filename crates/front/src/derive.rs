//! `#[derive(Element)]`: the struct once more, with how its leaves are held as a parameter.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::spanned::Spanned;
use syn::{Data, DeriveInput, Fields, Index, Member};

/// Expands the derive.
pub fn element(item: TokenStream) -> TokenStream {
    match syn::parse2(item).and_then(|input| written(&input)) {
        Ok(text) => text,
        Err(e) => e.to_compile_error(),
    }
}

fn written(input: &DeriveInput) -> syn::Result<TokenStream> {
    let refused = |span, text: &str| Err(syn::Error::new(span, text));
    if let Some(p) = input.generics.params.first() {
        return refused(
            p.span(),
            "an element has no parameters: write the struct for the types that kernels use",
        );
    }
    let fields = match &input.data {
        Data::Struct(s) => &s.fields,
        Data::Enum(e) => {
            return refused(
                e.enum_token.span,
                "an element is a struct: a device has no enums; use a number that tells the cases apart, and a field for what each case holds",
            );
        }
        Data::Union(u) => {
            return refused(
                u.union_token.span,
                "an element is a struct: what a union holds can't be known",
            );
        }
    };
    if let Some(name) = fields.iter().filter_map(|f| f.ident.as_ref()).find(|name| *name == "_") {
        return refused(name.span(), "a field has a name");
    }
    if fields.is_empty() {
        return refused(input.ident.span(), "an element has fields: this struct holds nothing");
    }
    let (name, vis) = (&input.ident, &input.vis);
    let of = format_ident!("{name}Of");
    let members: Vec<Member> = fields
        .iter()
        .enumerate()
        .map(|(n, f)| f.ident.clone().map_or(Member::Unnamed(Index::from(n)), Member::Named))
        .collect();
    let types: Vec<_> = fields.iter().map(|f| &f.ty).collect();
    let checks = types.iter().map(|ty| crate::fields::is_element(ty));
    let typed = crate::typed::selected(&quote!(pub), &quote!(#(#checks)*));
    let seen: Vec<_> = fields.iter().map(|f| &f.vis).collect();
    let body = match fields {
        Fields::Named(_) => quote!({ #(#seen #members: <__Typed<#types> as __h::Element>::Of<__F>),* }),
        _ => quote!((#(#seen <__Typed<#types> as __h::Element>::Of<__F>),*);),
    };
    let wher = quote!(where #(<__Typed<#types> as __h::Element>::Of<__F>: ::core::marker::Copy),*);
    Ok(quote!(
        #[allow(missing_docs, clippy::all, clippy::pedantic)]
        const _: () = {
            use ::hoist::__private as __h;
            #typed
            #[doc(hidden)]
            #vis struct #of<__F: __h::Form> #body
            impl<__F: __h::Form> ::core::clone::Clone for #of<__F> #wher {
                #[inline(always)]
                fn clone(&self) -> Self {
                    *self
                }
            }
            impl<__F: __h::Form> ::core::marker::Copy for #of<__F> #wher {}
            impl<__F: __h::Form> __h::Held for #of<__F> {
                type Elem = #name;
                type Form = __F;
            }
            impl __h::Element for #name {
                type Of<__F: __h::Form> = #of<__F>;
                type Handle<__M: __h::Machine> = __h::Rows<__M, Self>;
                #[inline(always)]
                fn parts(at: usize) -> #of<__h::Parts> {
                    #of { #(#members: <__Typed<#types> as __h::Element>::parts(at + ::core::mem::offset_of!(#name, #members))),* }
                }
                #[inline(always)]
                fn plain(self) -> #of<__h::Plain> {
                    #of { #(#members: <__Typed<#types> as __h::Element>::plain(self.#members)),* }
                }
                #[inline(always)]
                fn from_plain(x: &#of<__h::Plain>) -> Self {
                    #name { #(#members: <__Typed<#types> as __h::Element>::from_plain(&x.#members)),* }
                }
                #[inline(always)]
                fn map<__F: __h::Form, __G: __h::Form, __X: __h::Map<__F, __G>>(x: &#of<__F>, f: &mut __X) -> #of<__G> {
                    #of { #(#members: <__Typed<#types> as __h::Element>::map::<__F, __G, __X>(&x.#members, f)),* }
                }
                #[inline(always)]
                fn join<__F: __h::Form, __G: __h::Form, __X: __h::Join<__F, __G>>(x: &mut #of<__F>, y: &#of<__G>, f: &mut __X) {
                    #(<__Typed<#types> as __h::Element>::join::<__F, __G, __X>(&mut x.#members, &y.#members, f);)*
                }
                #[inline(always)]
                fn handle<__M: __h::Machine>(m: &__M, name: &'static str, x: &__h::HSlice<Self>, written: bool) -> __h::Rows<__M, Self> {
                    __h::Rows::new(m, name, x, written)
                }
            }
        };
    ))
}
