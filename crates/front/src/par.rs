//! One parallel loop: its header, what it captures, and its text.

use crate::depend::{ParIndex, ParLoop};
use crate::diag::msg;
use crate::header::{Header, bounds, header};
use crate::host::Host;
use crate::live::Live;
use crate::lower::{Bind, LoopKind, Lower, SiteText};
use crate::scan::{self, Scans};
use crate::{ops, reduce, tree, vary};
use proc_macro2::{Span, TokenStream};
use quote::{format_ident, quote, quote_spanned};
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use syn::spanned::Spanned;
use syn::visit::{self, Visit};
use syn::visit_mut::VisitMut;
use syn::{Block, Expr, ExprForLoop, Ident, Stmt, parse_quote};

/// What the kernel's loops share.
#[derive(Default)]
pub struct ParLoops {
    pub kernel: String,
    pub fast: bool,
    pub count: u32,
    /// Lines of `explain()`.
    pub explain: Vec<String>,
}

/// Expressions in a body below which what surrounds it counts, and below which it stands several times in the machine code.
const SMALL: usize = 60;
const SHORT: usize = 32;

/// Names a body mentions, and the slices it writes.
#[derive(Default)]
struct Mentions {
    names: BTreeSet<String>,
    written: HashSet<String>,
    /// The names of stores, each where it stands.
    stores: Vec<Ident>,
    weight: usize,
}

impl<'a> Visit<'a> for Mentions {
    fn visit_expr(&mut self, e: &'a Expr) {
        self.weight += 1;
        let target = match e {
            Expr::Assign(a) => Some(&a.left),
            Expr::Binary(b) if ops::compound(&b.op).is_some() => Some(&b.left),
            Expr::Path(_) => {
                self.names.extend(tree::ident(e).map(Ident::to_string));
                None
            }
            _ if ops::heavy(e) => {
                self.weight += 100;
                None
            }
            _ => None,
        };
        if let Some(Expr::Index(i)) = target.map(|t| tree::bare(t))
            && let Some(name) = tree::base(&i.expr)
        {
            self.written.insert(name.to_string());
            self.stores.push(name.clone());
        }
        visit::visit_expr(self, e);
    }
}

/// Names whose value a body uses, and whether it borrows anything to write through.
#[derive(Default)]
struct Reads {
    names: HashSet<String>,
    borrows: bool,
}

impl Reads {
    /// Whether a body reads none of the slices that it writes.
    fn none_of(written: &HashSet<String>, body: &Block) -> bool {
        let mut reads = Reads::default();
        reads.visit_block(body);
        !reads.borrows && reads.names.is_disjoint(written)
    }
}

impl<'a> Visit<'a> for Reads {
    fn visit_expr(&mut self, e: &'a Expr) {
        match e {
            Expr::Assign(a) if matches!(tree::bare(&a.left), Expr::Index(_)) => {
                if let Expr::Index(i) = tree::bare(&a.left) {
                    self.visit_expr(&i.index);
                }
                self.visit_expr(&a.right);
            }
            Expr::MethodCall(c) if c.method == "len" && tree::ident(&c.receiver).is_some() => {}
            Expr::Path(_) => self.names.extend(tree::ident(e).map(Ident::to_string)),
            Expr::Reference(r) => {
                self.borrows |= r.mutability.is_some();
                visit::visit_expr(self, e);
            }
            _ => visit::visit_expr(self, e),
        }
    }
}

/// Lowers a loop that uses fields of host variables, or bounds that are read: each is a variable of its own meanwhile.
fn with_values(host: &mut Host, f: &ExprForLoop, mut own: Vec<(Ident, Expr, bool)>) -> Stmt {
    host.scalars.extend(own.iter().map(|(name, ..)| name.to_string()));
    own.iter_mut().for_each(|(_, value, _)| host.visit_expr_mut(value));
    let s = lower(host, f);
    let before = own.iter().map(|(name, place, _)| quote!(let mut #name = #place;));
    let after = own.iter().filter(|(.., assigned)| *assigned);
    let after = after.map(|(name, place, _)| quote!(#place = #name;));
    parse_quote!({ #(#before)* #s #(#after)* })
}

/// Lowers the loop to a statement of the host program.
pub fn lower(host: &mut Host, f: &ExprForLoop) -> Stmt {
    let nothing: Stmt = parse_quote!({});
    if let Some(mut block) = crate::totals::by_groups(host, f) {
        host.visit_block_mut(&mut block);
        return Stmt::Expr(parse_quote!(#block), None);
    }
    let mut f = crate::rows::expand(f, &host.slices, host.diag);
    let mut own = bounds(&mut f, &host.slices);
    host.known
        .types
        .extend(own.iter().map(|(name, ..)| (name.to_string(), hoist_affine::Ty::USIZE)));
    if host.structs {
        own.extend(crate::fields::in_loop(&mut f, &host.scalars, &host.rows, host.diag));
    }
    if !own.is_empty() {
        return with_values(host, &f, own);
    }
    let f = &f;
    let Some(mut headers) = header(f, host.diag) else {
        return nothing;
    };
    let analysis: Vec<ParIndex> = headers.iter().map(Header::index).collect();
    let mut mentions = Mentions::default();
    mentions.visit_block(&f.body);
    let group = crate::group::is_group(&f.body);
    // An array of the body is an iteration's own.
    mentions.written.retain(|n| host.slices.contains(n));
    let before = host.diag.0.len();
    if let Some(name) = mentions
        .stores
        .iter()
        .find(|n| host.arrays.contains_key(&n.to_string()))
    {
        host.diag.error(name.span(), msg::ARRAY_GIVEN);
    }
    let mut reductions = reduce::find(&f.body, &host.scalars, host.diag);
    let scans = scan::find(&f.body, f.label.as_ref(), &mut reductions, host.diag);
    let updated = reductions.all.first().and_then(|r| r.names().first().copied());
    if group && let Some(name) = updated.or(scans.all.first().map(|s| &s.name)) {
        host.diag.error(name.span(), msg::GROUP_REDUCES);
    }
    if host.diag.0.len() > before {
        return nothing;
    }
    let inner = if group {
        match crate::group::prove(host, f, &headers) {
            Some(inner) => Some(inner),
            None => return nothing,
        }
    } else {
        None
    };
    let plain = group.then(|| crate::group::sequential(f));
    let slices: HashMap<String, crate::depend::SliceInfo> = mentions
        .names
        .iter()
        .filter(|n| host.slices.contains(*n))
        .map(|n| (n.clone(), crate::depend::SliceInfo { written_allowed: true }))
        .collect();
    let mut par = ParLoop {
        indices: analysis,
        body: plain.as_ref().map_or(&f.body, |f| &f.body),
        slices: &slices,
        exempt: scans.compacted.keys().cloned().collect(),
        span: f.for_token.span(),
        unproved: tree::is_unproved(f),
        group: None,
    };
    let scatters = if group {
        HashMap::new()
    } else {
        crate::scatter::slices(&par, &host.known)
    };
    par.exempt.extend(scatters.keys().cloned());
    let proof = match crate::depend::check_with(&par, &host.known) {
        Ok(proof) => proof,
        Err(errors) => {
            host.diag.0.extend(errors);
            return nothing;
        }
    };
    let cover = crate::cover::cover(&par);
    let mut bodies = Bodies {
        f,
        headers: &headers,
        reductions: &reductions,
        scans: &scans,
        scatters: &scatters,
        mentions: &mentions,
        proved: proved(f, &cover),
        sites: Vec::new(),
        vary: varying(f, &headers, &scans, inner.as_ref()),
        group: None,
    };
    let (inner_launch, inner_explain) = inner
        .as_ref()
        .map_or((quote!(), vec![]), |i| (i.launch.clone(), i.explain.clone()));
    let tested_inside = inner.as_ref().is_some_and(|i| i.tested);
    bodies.group = inner.map(crate::group::Inner::lower);
    let contribute = (!scans.all.is_empty()).then(|| bodies.lower(host, true));
    let body = bodies.lower(host, false);
    let (sites, vary) = (bodies.sites(), bodies.vary);
    for h in &mut headers {
        host.visit_expr_mut(&mut h.start);
        host.visit_expr_mut(&mut h.end);
        if let Some(s) = &mut h.step {
            host.visit_expr_mut(s);
        }
    }
    let reduced: Vec<String> = reductions.all.iter().map(|r| r.explain()).collect();
    let mut text = crate::explain::lines(&par, &proof, &cover, &vary, &reduced);
    if group {
        text = text.replacen("lanes along", "each iteration a work-group, numbered along", 1);
        text += &inner_explain.concat();
    }
    if tested_inside && !proof.tested {
        text += "\n  runs serially, with a warning, where a test at launch fails";
    }
    for (name, op) in scatters.iter().collect::<BTreeMap<_, _>>() {
        text += &format!(
            "\n  scatter: each element of `{name}` is a {}, updated atomically",
            op.name()
        );
    }
    let counts = (contribute.is_none() && !group)
        .then(|| crate::counts::table(&f.body, &vary))
        .flatten();
    if let Some(table) = &counts {
        text = text.replace("one thread on a CPU, parallel on a device; the", "the");
        text += &format!("\n  on a CPU iterations are no lanes, because each counts in its own `{table}`");
    }
    for line in scans.explain() {
        text += &format!("\n  {line}");
    }
    host.loops.explain.push(text);
    let host_fast = host.loops.fast;
    statement(
        host,
        f,
        &headers,
        &reductions,
        &scans,
        &mentions,
        Texts {
            contribute,
            body,
            sites,
            one_thread: proof.shared,
            group,
            by_one: counts.is_some(),
            proof: {
                let launch = in_order(&scatters, host_fast, proof.launch);
                quote!({ #inner_launch #launch })
            },
            test: cover.test,
        },
    )
}

/// The launch test, and before it that float sums and products by index keep the order of the loop.
fn in_order(scatters: &HashMap<String, reduce::Op>, fast: bool, launch: TokenStream) -> TokenStream {
    let mut sums: Vec<&String> = scatters
        .iter()
        .filter(|(_, op)| !fast && matches!(op, reduce::Op::Add | reduce::Op::Mul))
        .map(|(name, _)| name)
        .collect();
    sums.sort();
    let tests = sums.iter().map(|name| {
        let slice = Ident::new(name, Span::call_site());
        let fact = format!("float sums by index, in `{name}`, are added in the loop's order");
        quote!(if __h::is_float(&#slice) { return ::core::option::Option::Some(#fact); })
    });
    quote!({ #(#tests)* #launch })
}

struct Texts {
    contribute: Option<TokenStream>,
    body: TokenStream,
    sites: TokenStream,
    proof: TokenStream,
    test: TokenStream,
    one_thread: bool,
    /// Whether there are parallel loops inside.
    group: bool,
    /// Whether its iterations are better off one by one.
    by_one: bool,
}

/// The access numbering of [`crate::cover`], by address.
fn proved(f: &ExprForLoop, cover: &crate::cover::Cover) -> HashMap<usize, bool> {
    #[derive(Default)]
    struct Order(Vec<usize>, Vec<usize>);
    impl<'a> Visit<'a> for Order {
        fn visit_expr_index(&mut self, i: &'a syn::ExprIndex) {
            self.0.push(std::ptr::from_ref(i) as usize);
            visit::visit_expr_index(self, i);
        }
        fn visit_expr_call(&mut self, c: &'a syn::ExprCall) {
            if tree::called(&c.func).as_deref() == Some(crate::rows::WITHIN) {
                self.1.push(std::ptr::from_ref(c) as usize);
            }
            visit::visit_expr_call(self, c);
        }
    }
    let mut order = Order::default();
    order.visit_block(&f.body);
    let accesses = order.0.into_iter().zip(cover.proved.iter().copied());
    accesses
        .chain(order.1.into_iter().zip(cover.within.iter().copied()))
        .collect()
}

/// What differs between the lanes of a loop.
fn varying(f: &ExprForLoop, headers: &[Header], scans: &Scans, inner: Option<&crate::group::Inner>) -> vary::Varying {
    if let Some(inner) = inner {
        let known = vary::Varying {
            vars: crate::group::lanes(&f.body).into_iter().collect(),
            uniform: inner.uniform(),
            uniform_calls: true,
            ..Default::default()
        };
        return vary::solve_from(&f.body, known, f.label.as_ref());
    }
    let last = headers.last().expect("a header has a range").name.to_string();
    let scanned = scans.all.iter().map(|s| s.name.to_string());
    vary::solve(&f.body, std::iter::once(last).chain(scanned), f.label.as_ref())
}

/// A loop's body, to be lowered once or, for scans, twice.
struct Bodies<'a> {
    f: &'a ExprForLoop,
    headers: &'a [Header],
    reductions: &'a reduce::Reductions,
    scans: &'a Scans,
    scatters: &'a HashMap<String, reduce::Op>,
    mentions: &'a Mentions,
    proved: HashMap<usize, bool>,
    sites: Vec<SiteText>,
    vary: vary::Varying,
    group: Option<crate::group::GroupLower>,
}

impl Bodies<'_> {
    /// The closure's text: all of the body, or what the updates of scanned variables need.
    fn lower(&mut self, host: &mut Host, contribute: bool) -> TokenStream {
        let (f, headers) = (self.f, self.headers);
        let vary = self.vary.clone();
        let group = self.group.is_some();
        let mut env = HashMap::new();
        let mut prologue = Vec::new();
        let mut opened = HashSet::new();
        captures(
            host,
            self.mentions,
            self.reductions,
            &mut env,
            &mut prologue,
            &mut opened,
        );
        for (n, scan) in self.scans.all.iter().enumerate() {
            let bind = if contribute {
                Bind::Reduced(n)
            } else {
                Bind::Scanned(n, scan.single)
            };
            env.insert(scan.name.to_string(), bind);
        }
        let first = 3 - headers.len();
        for (d, h) in headers.iter().enumerate() {
            let (name, at) = (&h.name, first + d);
            if d + 1 < headers.len() || group {
                prologue.push(quote!(let #name = __ix.at[#at];));
                env.insert(
                    name.to_string(),
                    Bind::Value {
                        varying: false,
                        base: None,
                    },
                );
            } else {
                let base = format_ident!("__base");
                let general = |_| quote!((__ix.at[#at], __ix.lane));
                let pair = h.step.as_ref().map_or(quote!(__ix.unit), general);
                prologue.push(quote!(let (#base, #name) = #pair;));
                env.insert(
                    name.to_string(),
                    Bind::Value {
                        varying: true,
                        base: h.step.is_none().then_some(base),
                    },
                );
            }
        }
        let mut lower = Lower {
            diag: host.diag,
            fast: host.loops.fast,
            vary,
            live: Live::of(&f.body),
            env,
            out: prologue,
            counter: 0,
            frames: vec![format_ident!("__k0")],
            loops: Vec::new(),
            sites: std::mem::take(&mut self.sites),
            device: false,
            proved: self.proved.clone(),
            keep: contribute.then(|| self.scans.keep.clone()),
            sites_of_args: self.reductions.sites.clone(),
            scatters: self.scatters.clone(),
            rank: headers.len(),
            exits: 0,
            group: self.group.take(),
            ends: HashMap::new(),
            results: Vec::new(),
            structs: host.structs,
            open: opened,
        };
        let prologue = lower.take_block();
        lower.open_whole(&f.body, LoopKind::Par, f.label.as_ref());
        lower.block_value(&f.body);
        let text = lower.take_block();
        let text = lower.close_whole(text);
        let text = quote!(#prologue #text);
        self.sites = lower.sites;
        text
    }

    /// The table of places that may fault; a scan's own accesses have the last one.
    fn sites(&self) -> TokenStream {
        let sites = self.sites.iter().map(|s| {
            let (at, text) = (s.span.start(), &s.text);
            let (line, column) = (at.line as u32, at.column as u32 + 1);
            quote!(__h::Site { line: #line, column: #column, text: #text })
        });
        let line = self.f.for_token.span().start().line as u32;
        let own = (!self.scans.all.is_empty()).then(|| quote!(__h::Site { line: #line, column: 0, text: "scan" }));
        let own = own.iter();
        quote!(#(#sites,)* #(#own)*)
    }
}

fn captures(
    host: &Host,
    mentions: &Mentions,
    reductions: &reduce::Reductions,
    env: &mut HashMap<String, Bind>,
    prologue: &mut Vec<TokenStream>,
    opened: &mut HashSet<String>,
) {
    let known = |name: &str| host.numbers.contains(name) || host.known.types.contains_key(name);
    let open = |name: &str| host.structs && !known(name);
    let reduced: BTreeMap<String, usize> = reductions
        .all
        .iter()
        .enumerate()
        .flat_map(|(n, r)| r.names().into_iter().map(move |i| (i.to_string(), n)))
        .collect();
    for name in &mentions.names {
        let ident = tree::written_name(name, Span::call_site());
        if let Some(n) = reduced.get(name) {
            env.insert(name.clone(), Bind::Reduced(*n));
        } else if host.slices.contains(name) {
            let written = mentions.written.contains(name);
            prologue.push(if open(name) {
                opened.insert(name.clone());
                quote!(let #ident = __h::handle(__m, #name, &#ident, #written);)
            } else {
                quote!(let #ident = __m.slice(#name, &#ident, #written);)
            });
            env.insert(name.clone(), Bind::Slice);
        } else if let Some(rank) = host.arrays.get(name) {
            prologue.push(crate::array::given(&ident, *rank));
            env.insert(name.clone(), Bind::Given(*rank));
        } else if host.scalars.contains(name) {
            prologue.push(if open(name) {
                opened.insert(name.clone());
                quote!(let #ident = __h::capture(__u, #name, #ident);)
            } else {
                quote!(let #ident = __u.capture(#name, #ident);)
            });
            env.insert(
                name.clone(),
                Bind::Value {
                    varying: false,
                    base: None,
                },
            );
        }
    }
}

fn statement(
    host: &mut Host,
    f: &ExprForLoop,
    headers: &[Header],
    reductions: &reduce::Reductions,
    scans: &Scans,
    mentions: &Mentions,
    texts: Texts,
) -> Stmt {
    let dims = headers.iter().map(|h| {
        let (start, end) = (&h.start, &h.end);
        let step = h.step.as_ref().map_or(quote!(1usize), |s| quote!(#s));
        quote!((#start, #end, #step))
    });
    let names = headers.iter().map(|h| h.name.to_string());
    let plain = reductions.all.is_empty() && scans.all.is_empty();
    let again = plain && Reads::none_of(&mentions.written, &f.body);
    let all = reductions.all.iter().map(|r| r.tokens(headers.len()));
    let reds = match mentions.weight {
        ..SHORT if plain => quote!(__h::Short),
        ..SMALL if plain => quote!(__h::Small),
        _ => quote!((#(#all,)*)),
    };
    let results = reductions.all.iter().enumerate().map(|(n, r)| r.results(n));
    let (kernel, number, fast) = (&host.loops.kernel, host.loops.count, host.loops.fast);
    host.loops.count += 1;
    let (one_thread, texts_group) = (texts.one_thread, texts.group);
    let (line, small) = (f.for_token.span().start().line as u32, mentions.weight < SMALL);
    let Texts {
        contribute,
        body,
        sites,
        proof,
        test,
        ..
    } = texts;
    let span = f.for_token.span();
    let (machine, call) = if texts.by_one {
        (quote!(__C::One), quote_spanned!(span=> par_by_one))
    } else {
        (quote!(__C::M), quote_spanned!(span=> par))
    };
    let head =
        quote_spanned!(span=> __m: &__Typed<#machine>, __k: <#machine as __h::Machine>::Mask, __ix: &__h::Ix<#machine>);
    let body = quote_spanned!(span=> {
        let __u = __m.uniform();
        let mut __k0 = __k;
        #body
    });
    let run = match contribute {
        None if texts_group => quote_spanned!(span=>
            let __out = __c.groups(
                &__INFO, __h::Space::new([#(#dims),*]), || #proof, |__s: &__h::Space| #test,
                #[inline(always)] move |#head| #body,
            )?;
        ),
        None => quote_spanned!(span=>
            let __out = __c.#call(
                &__INFO, __h::Space::new([#(#dims),*]), #reds, || #proof, |__s: &__h::Space| #test,
                #[inline(always)] move |#head, __acc: &mut _| #body,
            )?;
        ),
        Some(contribute) => {
            let (all, uses) = (scans.tokens(), scans.uses());
            let names = scans.all.iter().map(|s| &s.name);
            let numbers = (0..scans.all.len()).map(syn::Index::from);
            quote_spanned!(span=>
                let __out = __c.scan(
                    &__INFO, __h::Space::new([#(#dims),*]), (#(#all,)*), #reds, #uses, || #proof, |__s: &__h::Space| #test,
                    #[inline(always)] move |#head, __acc: &mut _| {
                        let __u = __m.uniform();
                        let mut __k0 = __k;
                        #contribute
                    },
                    #[inline(always)] move |#head, __scan: &mut _, __then: &_, __acc: &mut _| #body,
                )?;
                #(#names = __out.0.#numbers;)*
                let __out = __out.1;
            )
        }
    };
    let text = quote_spanned!(span=> {
        static __INFO: __h::LoopInfo = __h::LoopInfo {
            kernel: #kernel, number: #number, file: ::core::file!(), line: #line,
            indices: &[#(#names),*], sites: &[#sites], fast: #fast, small: #small, again: #again,
            one_thread: #one_thread, group: #texts_group,
        };
        #run
        #(#results)*
    });
    parse_quote!(#text)
}
