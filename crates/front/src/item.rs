//! What `#[kernel]` puts beside the function.

use crate::diag::{Diag, msg};
use crate::host::{self, Host};
use crate::par::ParLoops;
use crate::typed::generics;
use crate::views::{self, View};
use crate::{matches, rename, tree, typed};
use proc_macro2::TokenStream;
use quote::quote;
use std::collections::HashSet;
use syn::spanned::Spanned;
use syn::visit_mut::{self, VisitMut};
use syn::{Block, Expr, FnArg, Ident, ItemFn, Pat, ReturnType, Type, parse_quote};

/// `#[kernel(…)]`'s arguments.
#[derive(Default)]
struct Options {
    fast: bool,
    name: Option<Ident>,
}

fn options(attr: TokenStream, diag: &mut Diag) -> Options {
    let mut options = Options::default();
    let parser = syn::meta::parser(|meta| {
        if meta.path.is_ident("fast") {
            options.fast = true;
            Ok(())
        } else if meta.path.is_ident("name") {
            options.name = Some(meta.value()?.parse()?);
            Ok(())
        } else {
            Err(meta.error(msg::NAME_ARG))
        }
    });
    if let Err(e) = syn::parse::Parser::parse2(parser, attr) {
        diag.0.push(e);
    }
    options
}

/// A parameter as the lowering sees it.
pub enum Param {
    Scalar { name: Ident, ty: Type },
    Slice { name: Ident, elem: Type, written: bool },
}

impl Param {
    pub fn name(&self) -> &Ident {
        match self {
            Param::Scalar { name, .. } | Param::Slice { name, .. } => name,
        }
    }
}

/// What a kernel takes.
struct Params {
    /// As the lowering has it.
    all: Vec<Param>,
    /// Those of the slices, with the scalars behind them, that are views to the caller.
    views: Vec<View>,
}

impl Params {
    /// As the caller has them.
    fn given(&self) -> impl Iterator<Item = (&Param, Option<&View>)> {
        let dimension = |p: &Param| self.views.iter().any(|v| v.dims.contains(p.name()));
        let view = |p: &Param| self.views.iter().find(|v| v.name == *p.name());
        self.all
            .iter()
            .filter(move |p| !dimension(p))
            .map(move |p| (p, view(p)))
    }
}

pub fn params(f: &ItemFn, diag: &mut Diag) -> Vec<Param> {
    let args = f.sig.inputs.iter();
    args.filter_map(|a| named(a, diag).and_then(|(name, ty)| param(name, ty, diag)))
        .collect()
}

/// A parameter's name and type.
pub fn named<'a>(arg: &'a FnArg, diag: &mut Diag) -> Option<(&'a Ident, &'a Type)> {
    let FnArg::Typed(t) = arg else {
        diag.error(arg.span(), msg::SELF);
        return None;
    };
    let Pat::Ident(p) = &*t.pat else {
        diag.error(t.pat.span(), msg::ARG);
        return None;
    };
    Some((&p.ident, &t.ty))
}

/// A scalar or a slice.
pub fn param(name: &Ident, ty: &Type, diag: &mut Diag) -> Option<Param> {
    let name = name.clone();
    let array = |ty: &Type| crate::array::element_type(ty).is_some();
    match ty {
        Type::Reference(r) => match &*r.elem {
            Type::Slice(s) => {
                return Some(Param::Slice {
                    name,
                    elem: (*s.elem).clone(),
                    written: r.mutability.is_some(),
                });
            }
            ty if array(ty) => diag.error(ty.span(), msg::ARRAY_ARG),
            _ => diag.error(ty.span(), msg::ARG),
        },
        ty if crate::array::rank_of_type(ty) > 2 => diag.error(ty.span(), msg::ARRAY_DEEP),
        ty => return Some(Param::Scalar { name, ty: ty.clone() }),
    }
    None
}

pub fn refuse(f: &ItemFn, diag: &mut Diag) {
    let s = &f.sig;
    if s.asyncness.is_some() || s.unsafety.is_some() || s.constness.is_some() || s.abi.is_some() {
        diag.error(s.fn_token.span(), msg::ASYNC);
    }
}

/// Refuses a type parameter of which nothing says that it is a number.
pub fn bounds(f: &ItemFn, diag: &mut Diag) {
    const PLAIN: &str = "Copy Clone Sized Send Sync Default Debug PartialEq Eq PartialOrd Ord Hash Add Sub Mul Div Rem Neg \
        AddAssign SubAssign MulAssign DivAssign RemAssign From Into Sum Product";
    let number = |b: &syn::TypeParamBound| match b {
        syn::TypeParamBound::Trait(t) => t
            .path
            .segments
            .last()
            .is_some_and(|s| !PLAIN.split_whitespace().any(|p| s.ident == p)),
        _ => false,
    };
    for p in f.sig.generics.type_params() {
        let clauses = f.sig.generics.where_clause.iter().flat_map(|w| &w.predicates);
        let mut others = clauses.filter_map(|w| match w {
            syn::WherePredicate::Type(t) if matches!(&t.bounded_ty, Type::Path(q) if q.path.is_ident(&p.ident)) => {
                Some(&t.bounds)
            }
            _ => None,
        });
        if !p.bounds.iter().any(number) && !others.any(|b| b.iter().any(number)) {
            diag.error(
                p.span(),
                format!(
                    "a device knows numbers: write `{0}: Number` for integers and floats, or `{0}: Real` for floats with their functions; both are in `hoist::prelude`",
                    p.ident
                ),
            );
        }
    }
}

/// Whether a type is written as a float.
fn is_float(ty: &Type) -> bool {
    let Type::Path(p) = ty else { return false };
    let last = p.path.segments.last();
    last.is_some_and(|s| ["f16", "bf16", "f32", "f64"].iter().any(|f| s.ident == f))
}

/// Rewrites `for (i, j) in par((a, b))` as nested loops: a tuple iterator costs 6x.
struct Nest;
impl VisitMut for Nest {
    fn visit_expr_mut(&mut self, e: &mut Expr) {
        visit_mut::visit_expr_mut(self, e);
        let Expr::ForLoop(f) = e else { return };
        let Some(Expr::Tuple(ranges)) = tree::par_argument(f) else {
            return;
        };
        let Pat::Tuple(names) = &*f.pat else { return };
        if names.elems.len() != ranges.elems.len() || !names.elems.iter().all(tree::is_name) {
            return;
        }
        let mut inner = f.body.clone();
        let (attrs, label, mut depth) = (&f.attrs, &f.label, 0);
        for (name, range) in names.elems.iter().zip(&ranges.elems).rev() {
            let text: Expr = if depth == 0 {
                // `continue` goes on with the last range.
                parse_quote!(#(#attrs)* #label for #name in ::hoist::par(#range) #inner)
            } else {
                parse_quote!(for #name in ::hoist::par(#range) #inner)
            };
            depth += 1;
            inner = parse_quote!({ #text });
        }
        let Some(syn::Stmt::Expr(outer, _)) = inner.stmts.pop() else {
            return;
        };
        *e = outer;
    }
}

/// Expands `#[kernel]`.
pub fn kernel(attr: TokenStream, item: TokenStream) -> TokenStream {
    let mut f: ItemFn = match syn::parse2(item.clone()) {
        Ok(f) => f,
        Err(e) => {
            let e = e.to_compile_error();
            return quote!(#item #e);
        }
    };
    let mut diag = Diag::default();
    let options = options(attr, &mut diag);
    refuse(&f, &mut diag);
    bounds(&f, &mut diag);
    siblings(&f, &mut diag);
    let (flat, views) = views::flatten(&tree::plain_names(&f), &mut diag);
    let params = Params {
        all: params(&flat, &mut diag),
        views,
    };
    Nest.visit_item_fn_mut(&mut f);
    let beside = if diag.0.is_empty() {
        beside(&flat, &f, &options, &params, &mut diag)
    } else {
        quote!()
    };
    if diag.0.is_empty() {
        return quote!(#f #beside);
    }
    let errors = diag.0.iter().map(syn::Error::to_compile_error);
    if f.sig.receiver().is_some() {
        // Inside an `impl` block nothing else can stand beside the method.
        return quote!(#f #(#errors)*);
    }
    let stub = typed::kernel_stub(&f, options.name.as_ref().unwrap_or(&f.sig.ident));
    quote!(#f #stub #(#errors)*)
}

fn beside(f: &ItemFn, plain: &ItemFn, options: &Options, given: &Params, diag: &mut Diag) -> TokenStream {
    let params = &given.all;
    let mut body: Block = (*f.block).clone();
    let outer: Vec<String> = params.iter().map(|p| p.name().to_string()).collect();
    matches::in_kernel(&mut body, diag);
    rename::rename(&mut body, &outer);
    let kernel = f.sig.ident.to_string();
    let mut host = Host {
        diag,
        scalars: HashSet::new(),
        slices: HashSet::new(),
        rows: HashSet::new(),
        numbers: crate::fields::numbers(params.iter(), f),
        structs: crate::fields::mentioned(f),
        arrays: Default::default(),
        known: Default::default(),
        loops: ParLoops {
            kernel: kernel.clone(),
            fast: options.fast,
            ..Default::default()
        },
    };
    for p in params {
        let (Param::Scalar { name, ty } | Param::Slice { name, elem: ty, .. }) = p;
        if let Some(ty) = crate::values::ty_of(ty) {
            host.known.types.insert(name.to_string(), ty);
        }
        match p {
            Param::Scalar { name, ty } => {
                let rank = crate::array::rank_of_type(ty);
                if rank > 0 {
                    host.arrays.insert(name.to_string(), rank);
                }
                if let (1, Some(ty)) = (rank, crate::array::element_type(ty).and_then(crate::values::ty_of)) {
                    host.known.arrays.insert(name.to_string(), ty);
                }
                host.scalars.insert(name.to_string())
            }
            Param::Slice { name, elem, .. } => {
                if !options.fast && is_float(elem) {
                    host.known.floats.insert(name.to_string());
                }
                if crate::array::rank_of_type(elem) > 0 {
                    host.rows.insert(name.to_string());
                }
                host.slices.insert(name.to_string())
            }
        };
    }
    let program = host::program(&mut host, body, !matches!(f.sig.output, ReturnType::Default));
    let explain = host.loops.explain.join("\n");
    items(f, options, given, program, &explain, typed::gate(plain))
}

fn items(
    f: &ItemFn,
    options: &Options,
    given: &Params,
    program: TokenStream,
    explain: &str,
    typed: TokenStream,
) -> TokenStream {
    let params = &given.all;
    let (vis, name) = (&f.vis, options.name.as_ref().unwrap_or(&f.sig.ident));
    let plain = &f.sig.ident;
    let kernel = plain.to_string();
    let line = f.sig.ident.span().start().line as u32;
    let cfgs: Vec<_> = f.attrs.iter().filter(|a| a.path().is_ident("cfg")).collect();
    let ret = match &f.sig.output {
        ReturnType::Default => quote!(()),
        ReturnType::Type(_, t) => quote!(#t),
    };
    let types = crate::mentions::types(f, params);
    let g = &generics(f);
    let wher = &f.sig.generics.where_clause;
    let uses: Vec<_> = g
        .iter()
        .filter_map(|p| match p {
            syn::GenericParam::Type(t) => Some(t.ident.clone()),
            syn::GenericParam::Const(c) => Some(c.ident.clone()),
            syn::GenericParam::Lifetime(_) => None,
        })
        .collect();
    let names: Vec<_> = params.iter().map(Param::name).collect();
    let texts: Vec<_> = names.iter().map(|n| n.to_string()).collect();
    let fields: Vec<_> = params
        .iter()
        .map(|p| match p {
            Param::Scalar { ty, .. } => quote!(#ty),
            Param::Slice { elem, .. } => quote!(__h::HSlice<#elem>),
        })
        .collect();
    // What may be no element has been told so, once.
    let element = |ty: &Type| {
        if crate::fields::is_number(ty, f) {
            quote!(#ty)
        } else {
            quote!(__Typed<#ty>)
        }
    };
    let lowered: Vec<_> = params
        .iter()
        .map(|p| match p {
            Param::Scalar { ty, .. } => element(ty),
            Param::Slice { elem, .. } => {
                let elem = element(elem);
                quote!(__h::HSlice<#elem>)
            }
        })
        .collect();
    let run_args = given.given().map(|(p, view)| match (p, view) {
        (Param::Scalar { name, ty }, _) => quote!(#name: #ty),
        (Param::Slice { name, elem, written }, None) => {
            let arg = written.then(|| quote!(SliceArgMut)).unwrap_or(quote!(SliceArg));
            quote!(#name: impl __h::#arg<#elem>)
        }
        (Param::Slice { name, elem, written }, Some(v)) => {
            let (arg, rank) = (written.then(|| quote!(ViewMut)).unwrap_or(quote!(View)), v.dims.len());
            quote!(#name: impl ::core::convert::Into<__h::#arg<'__v, #elem, #rank>>)
        }
    });
    let lifetime = (!given.views.is_empty()).then(|| quote!('__v,));
    let binds: Vec<_> = given
        .given()
        .filter_map(|(p, view)| {
            let Param::Slice { name, elem, written } = p else {
                return None;
            };
            let (elem, text) = (element(elem), name.to_string());
            Some(match view {
                None => {
                    let f = written.then(|| quote!(slice_mut)).unwrap_or(quote!(slice));
                    quote!(let #name = __args.#f::<#elem>(#text, #name)?;)
                }
                Some(View { dims, .. }) => {
                    let f = written.then(|| quote!(view_mut)).unwrap_or(quote!(view));
                    let rank = dims.len();
                    quote!(let (#name, [#(#dims),*]) = __args.#f::<#elem, #rank>(#text, #name.into())?;)
                }
            })
        })
        .collect();
    let queue_binds: Vec<_> = given
        .given()
        .filter_map(|(p, view)| {
            let Param::Slice { name, elem, written } = p else {
                return None;
            };
            let (elem, text) = (element(elem), name.to_string());
            let f = written.then(|| quote!(buffer_mut)).unwrap_or(quote!(buffer));
            let split = view.map(|View { dims, .. }| {
                quote!(
                    let (#name, __dims) = #name;
                    let [#(#dims),*] = __h::dimensions(#text, #name.len(), __dims)?;
                )
            });
            Some(quote!(#split let #name = __args.#f::<#elem>(#text, #name)?;))
        })
        .collect();
    let launch_args = given.given().map(|(p, view)| match p {
        Param::Scalar { name, ty } => quote!(#name: #ty),
        Param::Slice { name, elem, written } => {
            let mutable = written.then(|| quote!(mut));
            let buffer = quote!(&#mutable __h::Buffer<#elem>);
            match view {
                None => quote!(#name: #buffer),
                Some(View { dims, .. }) => {
                    let rank = dims.len();
                    quote!(#name: (#buffer, [usize; #rank]))
                }
            }
        }
    });
    let samples = params.iter().zip(&texts).map(|(p, text)| match p {
        Param::Scalar { name, ty } => {
            let ty = element(ty);
            quote!(#name: __s.scalar::<#ty>())
        }
        Param::Slice { name, elem, .. } => {
            let elem = element(elem);
            quote!(#name: __s.slice::<#elem>(#text))
        }
    });
    let muts = params.iter().map(|p| match p {
        Param::Scalar { name, .. } | Param::Slice { name, .. } => quote!(mut #name),
    });
    // A parameter of a type that is not known here may be no copy.
    let again = if g.iter().any(|p| matches!(p, syn::GenericParam::Type(_))) {
        quote!()
    } else {
        quote!(
            fn again(&self) -> ::core::option::Option<Self> {
                ::core::option::Option::Some(__Call { #(#names: self.#names),* })
            }
        )
    };
    let doc_run = format!("Runs [`{kernel}()`] on a device and waits for it.");
    let doc_launch = format!("Queues [`{kernel}()`] over buffers; the event gives its result.");
    let doc_struct = format!("[`{kernel}()`] on every device.");
    quote!(
        #(#cfgs)*
        #[doc = #doc_struct]
        #[allow(non_camel_case_types)]
        #vis struct #name {}
        #(#cfgs)*
        #[allow(unused_mut, unused_variables, unused_parens, unused_braces, unused_assignments, unreachable_code, clippy::all, clippy::pedantic)]
        const _: () = {
            use ::hoist::__private as __h;
            use __h::{Ctx as _, Machine as _};
            #typed
            static __KERNEL: __h::KernelInfo =
                __h::KernelInfo { name: #kernel, file: ::core::file!(), line: #line, explain: #explain, types: &[#(#types),*] };
            // The plain function counts as used where nothing but `run` is called.
            #[allow(dead_code)]
            fn __plain<#g>() #wher {
                let _ = #plain::<#(#uses),*>;
            }
            struct __Call<#g> #wher { #(#names: #fields),* }
            impl<#g> __h::Launch for __Call<#(#uses),*> #wher {
                type Ret = #ret;
                #again
                #[inline(always)]
                fn call<__C: __h::Ctx>(self, __c: &mut __C) -> ::core::result::Result<#ret, __h::Stop> {
                    #name::call_from_kernel::<__C, #(#uses),*>(__c, #(self.#names),*)
                }
            }
            #[inline(always)]
            fn __lowered<__C: __h::Ctx, #g>(__c: &mut __C, #(#muts: #lowered),*) -> ::core::result::Result<__Typed<#ret>, __h::Stop> #wher {
                #program
            }
            impl #name {
                /// What a call in another kernel's host part becomes.
                #[doc(hidden)]
                #[inline]
                pub fn call_from_kernel<__C: __h::Ctx, #g>(__c: &mut __C, #(#names: #fields),*) -> ::core::result::Result<#ret, __h::Stop> #wher {
                    let __caller = __c.enter(#kernel);
                    let __out = __lowered::<__C, #(#uses),*>(__c, #(#names),*);
                    __c.enter(__caller);
                    __out
                }
                #[doc = #doc_run]
                ///
                /// # Errors
                /// A fault in the kernel, a buffer of another device, or what the device can't do.
                pub fn run<#lifetime #g>(__device: &__h::Device, #(#run_args),*) -> ::core::result::Result<#ret, __h::Error> #wher {
                    let mut __args = __h::Args::new(__device);
                    #(#binds)*
                    __args.run(&__KERNEL, __Call::<#(#uses),*> { #(#names),* })
                }
                #[doc = #doc_launch]
                ///
                /// # Errors
                /// A buffer of another device; faults come with the event.
                pub fn launch<#g>(__queue: &__h::Queue, #(#launch_args),*) -> ::core::result::Result<__h::Event<#ret>, __h::Error> #wher {
                    let mut __args = __queue.args();
                    #(#queue_binds)*
                    __args.launch(&__KERNEL, __Call::<#(#uses),*> { #(#names),* })
                }
                /// What a device is given, as text.
                ///
                /// # Errors
                /// A type or operation that the target lacks.
                pub fn source<#g>(__target: __h::Target) -> ::core::result::Result<::std::string::String, __h::Error> #wher {
                    __h::source(&__KERNEL, __target, |__s| __Call::<#(#uses),*> { #(#samples),* })
                }
                /// Why each loop is parallel, and what became of it.
                pub fn explain() -> &'static str {
                    __KERNEL.explain
                }
            }
        };
    )
}

/// Refuses a range of a `par` header that names another variable of the same header.
fn siblings(f: &ItemFn, diag: &mut Diag) {
    struct Look<'d>(&'d mut Diag);
    impl<'a> syn::visit::Visit<'a> for Look<'_> {
        fn visit_expr_for_loop(&mut self, f: &'a syn::ExprForLoop) {
            if let Some(Expr::Tuple(ranges)) = tree::par_argument(f) {
                let mut names = Vec::new();
                tree::bound(&f.pat, &mut names);
                let names: HashSet<String> = names.iter().map(Ident::to_string).collect();
                for range in &ranges.elems {
                    let mut all = tree::Names::default();
                    syn::visit::Visit::visit_expr(&mut all, range);
                    if let Some(name) = all.0.intersection(&names).next() {
                        self.0.error(
                            range.span(),
                            format!("a range of `par` can't use `{name}`, which the same header binds: loop over the whole box and guard the body with `if`"),
                        );
                    }
                }
            }
            syn::visit::visit_expr_for_loop(self, f);
        }
    }
    syn::visit::Visit::visit_item_fn(&mut Look(diag), f);
}
