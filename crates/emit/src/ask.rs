//! What is asked of a kernel before it is printed.

use hoist_ir::ScalarType::*;
use hoist_ir::{Expr, ExprId, Kernel, Node, Stmt, StmtKind};

use crate::{EmitError, Options, Schedule, Target};

/// Whether the language, as the device has it, has every type that values have.
pub(crate) fn check_types(k: &Kernel, o: &Options) -> Result<(), EmitError> {
    if o.target != Target::Wgsl {
        return Ok(());
    }
    let lacks = |ty| EmitError::Type { ty, language: "WGSL" };
    let used = k.types().into_iter().chain(k.uniforms.iter().map(|u| u.ty));
    for ty in used {
        match ty {
            I64 | U64 if !o.wgsl_int64 => return Err(lacks(ty)),
            Usize if o.index64 && !o.wgsl_int64 => return Err(lacks(ty)),
            F64 if !o.wgsl_float64 || !o.wgsl_int64 => return Err(lacks(F64)),
            _ => {}
        }
    }
    Ok(())
}

/// Loops that stand in a block, in one another too. A driver that runs branches by masks goes through each at least once.
pub(crate) fn nested(block: &[Stmt]) -> usize {
    let mut n = 0;
    hoist_ir::walk(block, &mut |s| {
        n += usize::from(matches!(s.kind, StmtKind::Loop { .. } | StmtKind::For { .. }));
    });
    n
}

/// Whether an item may go through many rounds of loops.
pub(crate) fn loops(k: &Kernel, schedule: Schedule) -> bool {
    let mut items = false;
    hoist_ir::walk(&k.body, &mut |s| {
        items |= matches!(&s.kind, StmtKind::Items { body, .. } if nested(body) > 0);
    });
    matches!(schedule, Schedule::Serial | Schedule::SerialGroups) || if k.group { items } else { nested(&k.body) > 0 }
}

/// Whether any check is left in the text.
pub(crate) fn may_fault(k: &Kernel, o: &Options) -> bool {
    let mut any = o.max_rounds.is_some();
    hoist_ir::walk(&k.body, &mut |s| {
        any |= match s.kind {
            _ if s
                .kind
                .accesses()
                .is_some_and(|(site, _)| o.proved.get(site as usize) != Some(&true)) =>
            {
                true
            }
            StmtKind::Div { b, .. } | StmtKind::Rem { b, .. } => !divides(k, b),
            StmtKind::Assert { .. } => true,
            _ => false,
        }
    });
    any
}

/// Whether a divisor is a constant that nothing is wrong with.
pub(crate) fn divides(k: &Kernel, b: ExprId) -> bool {
    let Node {
        expr: Expr::Const(bits),
        ty,
    } = k.exprs[b]
    else {
        return false;
    };
    let ones = u64::MAX >> (64 - 8 * ty.size());
    bits != 0 && !(ty.is_signed() && bits & ones == ones)
}
