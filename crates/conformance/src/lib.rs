//! hoist-conformance
