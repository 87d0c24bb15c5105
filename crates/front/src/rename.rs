//! Gives every binding of a function its own name, so that later passes need no scopes.
//!
//! `let x = 1.0; let x = x + 1.0;` becomes `let x = 1.0; let x_hoist_1 = x + 1.0;`. Spans stay with the
//! user's tokens, and [`shown`] gives a text its names back.

use std::collections::{HashMap, HashSet};
use syn::visit_mut::{self, VisitMut};
use syn::{Block, Expr, Ident, Local, Pat};

/// Renames the bindings of `block`; `outer` are names bound before it (parameters).
pub fn rename(block: &mut Block, outer: &[String]) {
    crate::fields::destructure(block);
    Asserts.visit_block_mut(block);
    let mut pass = Rename {
        scopes: vec![HashMap::new()],
        taken: HashSet::new(),
    };
    for name in outer {
        pass.taken.insert(name.clone());
        pass.scopes[0].insert(name.clone(), name.clone());
    }
    pass.visit_block_mut(block);
    crate::array::lengths(block);
    crate::tuples::flatten(block, &mut pass.taken);
}

/// What stands between a name and its number.
const MARK: &str = "_hoist_";

/// Whether a text may have names that were numbered.
pub fn is_marked(text: &str) -> bool {
    text.contains(MARK)
}

/// A text for a person, with names as the user wrote them.
pub fn shown(text: &str) -> String {
    let word = |c: char| c.is_alphanumeric() || c == '_';
    let mut parts = text.split(MARK);
    let mut all = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let rest = part.trim_start_matches(|c: char| c.is_ascii_digit());
        let numbered = rest.len() < part.len() && !rest.starts_with(word) && all.ends_with(word);
        all += &if numbered { rest.into() } else { format!("{MARK}{part}") };
    }
    all
}

struct Rename {
    scopes: Vec<HashMap<String, String>>,
    taken: HashSet<String>,
}

impl Rename {
    fn bind(&mut self, ident: &mut Ident) {
        let name = ident.to_string();
        let mut fresh = name.clone();
        let mut n = 0;
        while !self.taken.insert(fresh.clone()) {
            n += 1;
            fresh = format!("{name}{MARK}{n}");
        }
        self.scopes
            .last_mut()
            .expect("a scope is open")
            .insert(name, fresh.clone());
        *ident = Ident::new(&fresh, ident.span());
    }

    fn bind_pat(&mut self, pat: &mut Pat) {
        match pat {
            Pat::Ident(p) => self.bind(&mut p.ident),
            Pat::Tuple(t) => t.elems.iter_mut().for_each(|p| self.bind_pat(p)),
            Pat::Type(t) => self.bind_pat(&mut t.pat),
            Pat::Paren(p) => self.bind_pat(&mut p.pat),
            _ => {}
        }
    }

    /// Binds the names of a pattern of any form, each once: `A(n) | B(n)` binds one `n`.
    fn bind_match(&mut self, pat: &mut Pat) {
        self.scopes.push(HashMap::new());
        Pattern(self).visit_pat_mut(pat);
    }

    fn look_up(&self, name: &str) -> Option<&String> {
        self.scopes.iter().rev().find_map(|s| s.get(name))
    }
}

impl VisitMut for Rename {
    fn visit_block_mut(&mut self, b: &mut Block) {
        self.scopes.push(HashMap::new());
        visit_mut::visit_block_mut(self, b);
        self.scopes.pop();
    }
    fn visit_local_mut(&mut self, l: &mut Local) {
        if let Some(init) = &mut l.init {
            self.visit_expr_mut(&mut init.expr);
        }
        self.bind_pat(&mut l.pat);
    }
    fn visit_arm_mut(&mut self, a: &mut syn::Arm) {
        self.bind_match(&mut a.pat);
        if let Some((_, guard)) = &mut a.guard {
            self.visit_expr_mut(guard);
        }
        self.visit_expr_mut(&mut a.body);
        self.scopes.pop();
    }
    fn visit_expr_if_mut(&mut self, i: &mut syn::ExprIf) {
        let open = self.scopes.len();
        self.visit_expr_mut(&mut i.cond);
        self.visit_block_mut(&mut i.then_branch);
        self.scopes.truncate(open);
        if let Some((_, e)) = &mut i.else_branch {
            self.visit_expr_mut(e);
        }
    }
    fn visit_expr_while_mut(&mut self, w: &mut syn::ExprWhile) {
        let open = self.scopes.len();
        visit_mut::visit_expr_while_mut(self, w);
        self.scopes.truncate(open);
    }
    /// `let PAT = e` in a condition: bound until the branch ends.
    fn visit_expr_let_mut(&mut self, l: &mut syn::ExprLet) {
        self.visit_expr_mut(&mut l.expr);
        self.bind_match(&mut l.pat);
    }
    fn visit_expr_for_loop_mut(&mut self, f: &mut syn::ExprForLoop) {
        self.visit_expr_mut(&mut f.expr);
        self.scopes.push(HashMap::new());
        self.bind_pat(&mut f.pat);
        self.visit_block_mut(&mut f.body);
        self.scopes.pop();
    }
    fn visit_expr_mut(&mut self, e: &mut Expr) {
        if let Expr::Path(p) = e
            && let Some(ident) = p.path.get_ident()
            && p.qself.is_none()
        {
            if let Some(fresh) = self.look_up(&ident.to_string()) {
                p.path = Ident::new(fresh, ident.span()).into();
            }
            return;
        }
        visit_mut::visit_expr_mut(self, e);
    }
}

/// The names in a pattern.
struct Pattern<'a>(&'a mut Rename);

impl VisitMut for Pattern<'_> {
    fn visit_pat_ident_mut(&mut self, p: &mut syn::PatIdent) {
        if crate::matches::is_constant(p) {
            return;
        }
        let name = p.ident.to_string();
        match self.0.scopes.last().and_then(|s| s.get(&name)) {
            Some(fresh) => p.ident = Ident::new(fresh, p.ident.span()),
            None => self.0.bind(&mut p.ident),
        }
        if let Some((_, inner)) = &mut p.subpat {
            self.visit_pat_mut(inner);
        }
    }
    fn visit_expr_mut(&mut self, _: &mut Expr) {}
}

/// Turns `assert!(c, "text")` into a call, so that every pass sees what is in it.
struct Asserts;

impl VisitMut for Asserts {
    fn visit_stmt_mut(&mut self, s: &mut syn::Stmt) {
        if let syn::Stmt::Macro(m) = s
            && let Some(e) = asserted(&m.mac)
        {
            *s = syn::Stmt::Expr(e, Some(Default::default()));
        }
        visit_mut::visit_stmt_mut(self, s);
    }
    fn visit_expr_mut(&mut self, e: &mut Expr) {
        if let Expr::Macro(m) = e
            && let Some(call) = asserted(&m.mac)
        {
            *e = call;
        }
        visit_mut::visit_expr_mut(self, e);
    }
}

fn asserted(mac: &syn::Macro) -> Option<Expr> {
    if !mac.path.is_ident("assert") && !mac.path.is_ident("debug_assert") {
        return None;
    }
    let parser = syn::punctuated::Punctuated::<Expr, syn::Token![,]>::parse_terminated;
    let args = mac.parse_body_with(parser).ok()?;
    let condition = args.first()?;
    let text = match args.get(1) {
        Some(Expr::Lit(syn::ExprLit {
            lit: syn::Lit::Str(s), ..
        })) => s.value(),
        _ => quote::quote!(#condition).to_string(),
    };
    Some(syn::parse_quote_spanned!(syn::spanned::Spanned::span(condition)=> __hoist_assert(#condition, #text)))
}

#[cfg(test)]
mod tests {
    use super::shown;

    #[test]
    fn names_are_shown_as_they_were_written() {
        for (text, want) in [
            ("(c_hoist_1 >> 20) as i32 - i_hoist_12", "(c >> 20) as i32 - i"),
            ("`s_hoist_2` is read", "`s` is read"),
            (
                "a_hoist_b, x_hoist_1y, _hoist_1, é_hoist_1",
                "a_hoist_b, x_hoist_1y, _hoist_1, é",
            ),
            ("", ""),
        ] {
            assert_eq!(shown(text), want);
        }
    }
}
