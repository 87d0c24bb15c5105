//! hoist-ir
