//! Random control flow, written by `generate`; a test fails when this file and the generator part ways.
#![allow(warnings, clippy::all)]
use hoist::prelude::*;

const TABLE: [i32; 5] = [3, -7, 1 << 20, 0, 12345];

#[device]
fn turned(e: &mut [f32; 4], by: u32) -> f32 {
    let last = e[3];
    for k in 1..4 {
        e[4 - k] = e[3 - k];
    }
    e[0] = last;
    e[(by & 3) as usize]
}

#[derive(Element, Clone, Copy)]
struct Pair {
    low: i32,
    high: [i32; 2],
}

#[device]
fn swapped(p: Pair, by: u32) -> Pair {
    if by % 3 == 0 {
        return Pair { low: p.high[1], high: [p.low, p.high[0]] };
    }
    Pair { low: p.low ^ p.high[(by & 1) as usize], high: [p.high[1], p.low] }
}

#[device]
fn middle<T: Number>(a: T, b: T, c: T) -> T {
    let low = if a < b { a } else { b };
    let high = if a < b { b } else { a };
    if c < low {
        return low;
    }
    if c < high { c } else { high }
}

#[kernel]
pub fn mirrored(z: &[i32], w: &mut [i32]) {
    for i in par(0..w.len()) {
        w[i] = w[i] ^ z[z.len() - 1 - i];
    }
}

#[kernel]
pub fn random_0(x: &[f32], z: &[i32], y: &mut [f32], w: &mut [i32]) {
    'p: for i in par(0..y.len()) {
        let mut a = x[i];
        let mut b = z[i];
        let mut c = (i as u32).wrapping_mul(2654435769);
        let mut d = 0.5f32;
        c = c.wrapping_mul(1664525).wrapping_add(1013904223);
        y[i] = a + d;
        w[i] = b ^ (c as i32);
    }
}

#[kernel]
pub fn random_1(x: &[f32], z: &[i32], y: &mut [f32], w: &mut [i32]) {
    'p: for i in par(0..y.len()) {
        let mut a = x[i];
        let mut b = z[i];
        let mut c = (i as u32).wrapping_mul(2654435769);
        let mut d = 0.5f32;
        c = c.wrapping_mul(1664525).wrapping_add(1013904223);
        y[i] = a + d;
        w[i] = b ^ (c as i32);
    }
     {
        let (a1, a2) = w.split_at_mut(z.len() / 2);
        for i in par(0..a1.len()) {
            let t = a1[i];
            a1[i] = a2[i] ^ z[i];
            a2[i] = t;
        }
    }
    let mut m3 = 84i32;
    let mut k4 = z.len();
    for i in par(0..z.len()) {
        let b = z[i];
        let c = (i as u32).wrapping_mul(2654435769);
        let v = (b & b);
        if (c as i32) > (c as i32) && v < m3 {
            m3 = v;
            k4 = i;
        }
    }
    w[0] = w[0] ^ m3 ^ (k4 as i32);
}

#[kernel]
pub fn random_2(x: &[f32], z: &[i32], y: &mut [f32], w: &mut [i32]) {
    'p: for i in par(0..y.len()) {
        let mut a = x[i];
        let mut b = z[i];
        let mut c = (i as u32).wrapping_mul(2654435769);
        let mut d = 0.5f32;
        let mut e = [x[i], 1.5, a * 0.5, 0.25];
        let mut g = [[b, 3], [b >> 3, -1]];
        let mut p = (d, b);
        'l1: for t1 in (u32::MAX - 5..=u32::MAX).rev().step_by(2) {
            c = c.wrapping_add(t1);
            d -= (0.95f32 / (d + 3.5));
            'l2: for t2 in 0..5u32 {
                c = c.wrapping_add(t2);
                let mut t3 = 0u32;
                'l3: loop {
                    t3 += 1;
                    if t3 > 6 { break; }
                    if (g[(c & 1) as usize][1] != 111i32) {
                        c ^= 0x55;
                        y[i] = a - d + e[1];
                        w[i] = b ^ (c as i32) ^ g[0][1] ^ p.1;
                        continue 'p;
                    }
                    if (z[(c as usize) % z.len()] != 552i32 && (387i32.wrapping_add(b) >= (z[(c as usize) % z.len()] >> 2))) {
                        c ^= 0x55;
                        break 'l2;
                    }
                }
                if (c & 3 == 1) {
                    c ^= 0x55;
                    continue;
                }
            }
            'l4: for t4 in (0..c & 3).rev() {
                c = c.wrapping_add(t4);
                if ((z[i] >> 23) >= z[i].min(g[0][(b & 1) as usize]) || (c & 3 == 1 || (b != z[(c as usize) % z.len()]))) {
                    d *= d.floor();
                    d = (if (c & 3 == 1 && ((a + x[(c as usize) % x.len()]) < (if (662i32.wrapping_add(z[(c as usize) % z.len()]) >= b.wrapping_sub(329i32) && (c & 3 == 1)) { 3.7f32 } else { x[(c as usize) % x.len()] }))) { (a / (d + 3.5)) } else { (if (z[(c as usize) % z.len()] != z[(c as usize) % z.len()]) { p.0 } else { x[(c as usize) % x.len()] }) });
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                } else {
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                }
            }
        }
        d = ((g[(c & 1) as usize][1] as f32) / (1.25f32.abs().sqrt() + 3.5));
        y[i] = a + d + e[1] + p.0;
        w[i] = b ^ (c as i32) ^ g[1][0] ^ p.1;
    }
}

#[kernel]
pub fn random_3(x: &[f32], z: &[i32], y: &mut [f32], w: &mut [i32]) {
    'p: for i in par(0..y.len()) {
        let mut a = x[i];
        let mut b = z[i];
        let mut c = (i as u32).wrapping_mul(2654435769);
        let mut d = 0.5f32;
        d -= (x[(c as usize) % x.len()] - x[(c as usize) % x.len()]);
        y[i] = a + d;
        w[i] = b ^ (c as i32);
    }
    let mut u1 = vec![Pair { low: 3, high: [5, 7] }; z.len()];
    for i in par(0..z.len()) {
        let b = z[i];
        let c = (i as u32).wrapping_mul(2654435769);
        if b > z[(c >> 3) as usize % z.len()] {
            u1[i] = Pair { low: (if (TABLE[(c % 5) as usize] & 1 == 0 && b < z[(c >> 3) as usize % z.len()]) { TABLE[(c % 5) as usize] } else { (c as i32) }), high: [b, (if z[(c >> 3) as usize % z.len()] > b { z[(c >> 3) as usize % z.len()] } else { 667i32 })] };
        }
    }
    for i in par(0..z.len()) {
        let b = z[i];
        let c = (i as u32).wrapping_mul(2654435769);
        w[i] = w[i] ^ u1[(c >> 2) as usize % z.len()].high[1];
    }
    let mut s2 = -1i32;
    let mut s3 = 7i32;
    for i in par(0..z.len()) {
        let b = z[i];
        let c = (i as u32).wrapping_mul(2654435769);
        w[i] = w[i] ^ s2 ^ s3;
        s2 &= ((c as i32) & TABLE[(c % 5) as usize]);
        s3 = s3.wrapping_add(z[(c >> 3) as usize % z.len()].max(b));
    }
    w[0] = w[0] ^ s2;
    let mut s4 = 7i32;
    for i in par(0..z.len()) {
        let b = z[i];
        let c = (i as u32).wrapping_mul(2654435769);
        if z[(c >> 3) as usize % z.len()] != 106i32 {
            s4 = s4.wrapping_add(TABLE[(c % 5) as usize].wrapping_add(126i32));
        }
    }
    w[0] = w[0] ^ s4;
}

#[kernel]
pub fn random_4(x: &[f32], z: &[i32], y: &mut [f32], w: &mut [i32]) {
    'p: for i in par(0..y.len()) {
        let mut a = x[i];
        let mut b = z[i];
        let mut c = (i as u32).wrapping_mul(2654435769);
        let mut d = 0.5f32;
        'l1: for t1 in 0..1u32 {
            c = c.wrapping_add(t1);
            'l2: for t2 in 0..4u32 {
                c = c.wrapping_add(t2);
                let mut t3 = 0i32;
                'l3: while t3 < (b & 7) && (c & 3 == 1) {
                    t3 += 1;
                    if (b != z[(c as usize) % z.len()]) {
                        c ^= 0x55;
                        y[i] = a - d;
                        w[i] = b ^ (c as i32);
                        continue 'p;
                    }
                    d = ((if (z[i].wrapping_add(938i32) >= (z[(c as usize) % z.len()] & z[(c as usize) % z.len()]) || (z[i] != b)) { d } else { a }) / ((326i32 as f32) + 3.5));
                }
                b = ((if ((b >> 17) >= (z[i] / 7) && (z[i].wrapping_mul((c as i32)) >= 938i32.min(b))) { d } else { d }) as i32);
                'l4: for t4 in (1..4u32).step_by(1) {
                    c = c.wrapping_add(t4);
                    b = ((d / (2.58f32 + 3.5)) as i32);
                    a = ((3.85f32 * 3.90f32) - (a / (d + 3.5)));
                    d -= (x[i] * 0.5f32);
                    if (c & 3 == 1) {
                        c ^= 0x55;
                        continue 'l4;
                    }
                }
            }
            match (b as u32) & 7 {
                1 | 5 => {
                    a = (x[i] + x[i]).floor();
                    d = ((x[i] - x[(c as usize) % x.len()]) - 1.1f32.floor());
                    if (c & 3 == 1) {
                        c ^= 0x55;
                        continue;
                    }
                    a = ((x[i] * d) + (d / (1.3f32 + 3.5)));
                }
                n @ 2..=4 if n > 1 && ((c as i32) != b) => {
                    c = c.wrapping_add(n);
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                    if (258i32.min(b) >= (z[i] / 7) || (((c as i32) & (c as i32)) >= ((c as i32) >> 13))) {
                        c ^= 0x55;
                        y[i] = a - d;
                        w[i] = b ^ (c as i32);
                        continue;
                    }
                    d += (d - d);
                }
                ..2 => {
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                    if (z[i] != z[(c as usize) % z.len()] || ((if ((z[i] >> 21) >= z[i].wrapping_sub(z[(c as usize) % z.len()]) && (c & 3 == 1)) { d } else { x[(c as usize) % x.len()] }) < (a - x[(c as usize) % x.len()]))) {
                        c ^= 0x55;
                        continue 'l1;
                    }
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                }
                n => {
                    c = c.wrapping_add(n);
                    d += x[i].floor();
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                }
            }
        }
        if (z[(c as usize) % z.len()] != z[i] || (a.floor() < (x[i] / (0.11f32 + 3.5)) && (x[(c as usize) % x.len()].abs().sqrt() < (if (520i32 != z[(c as usize) % z.len()]) { d } else { d })))) {
            let mut t5 = 0u32;
            'l5: loop {
                t5 += 1;
                if t5 > 6 { break; }
                let mut t6 = 0u32;
                'l6: loop {
                    t6 += 1;
                    if t6 > 6 { break; }
                    d -= (z[(c as usize) % z.len()] as f32);
                    d = ((if (z[(c as usize) % z.len()].min((c as i32)) >= ((c as i32) >> 29)) { x[i] } else { a }) * (if (((c as i32) >> 10) >= z[(c as usize) % z.len()].wrapping_sub(450i32)) { x[i] } else { 1.79f32 }));
                    if ((x[(c as usize) % x.len()] + a) < x[(c as usize) % x.len()].floor()) {
                        c ^= 0x55;
                        y[i] = a - d;
                        w[i] = b ^ (c as i32);
                        continue;
                    }
                    d -= (0.94f32 - x[i]);
                }
                d *= (x[i] + x[(c as usize) % x.len()]);
                'l7: for t7 in (0..=4u32).rev() {
                    c = c.wrapping_add(t7);
                    if ((z[(c as usize) % z.len()] >> 12) >= (b & b)) {
                        c ^= 0x55;
                        y[i] = a - d;
                        w[i] = b ^ (c as i32);
                        continue 'p;
                    }
                    b = ((255i32 ^ z[i]) & 819i32.min(z[i]));
                    b = b.wrapping_add(938i32).wrapping_add(z[i].wrapping_add(z[(c as usize) % z.len()]));
                    a = (if (c & 3 == 1 || (c & 3 == 1)) { 2.43f32.floor() } else { (if (c & 3 == 1) { 1.81f32 } else { d }) });
                }
                d = ((x[i] + a) - 3.41f32.abs().sqrt());
            }
        } else {
            d *= (x[i] + d);
            if (z[i] != b) {
                a = ((if (((c as i32) ^ 304i32) >= z[(c as usize) % z.len()].wrapping_add((c as i32)) && (z[i] != z[i])) { a } else { a }) * (d + a));
                let mut t8 = 0i32;
                'l8: while t8 < (b & 7) && (((c as i32) ^ 896i32) >= (c as i32).min(z[(c as usize) % z.len()])) {
                    t8 += 1;
                    if (c & 3 == 1) {
                        c ^= 0x55;
                        break;
                    }
                    b = ((b as f32) as i32);
                    if ((z[i] >> 20) >= (z[i] ^ z[(c as usize) % z.len()])) {
                        c ^= 0x55;
                        continue;
                    }
                }
                if (3.91f32.abs().sqrt() < (2.21f32 / (0.72f32 + 3.5))) {
                    if ((c as i32).wrapping_mul((c as i32)) >= (c as i32).wrapping_mul(b)) {
                        c ^= 0x55;
                        y[i] = a - d;
                        w[i] = b ^ (c as i32);
                        continue 'p;
                    }
                }
            } else {
                if ((z[i] / 7) >= (a as i32)) {
                    if ((d + x[(c as usize) % x.len()]) < (if (691i32 != b) { x[i] } else { 0.61f32 }) || ((z[(c as usize) % z.len()] / 7) >= (z[i] & 624i32))) {
                        c ^= 0x55;
                        y[i] = a - d;
                        w[i] = b ^ (c as i32);
                        continue;
                    }
                    d -= x[(c as usize) % x.len()].abs().sqrt();
                    a = (a.abs().sqrt() * (a / (x[i] + 3.5)));
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                }
            }
            match (b as u32) & 7 {
                2 | 5 => {
                    b = (((c as i32) >> 2) ^ (c as i32).wrapping_sub(b));
                    b = ((c as i32) >> 6).min((d as i32));
                }
                n @ 2..=4 if n > 2 && (40i32 != b) => {
                    c = c.wrapping_add(n);
                    if ((z[(c as usize) % z.len()] & z[(c as usize) % z.len()]) >= (b & z[(c as usize) % z.len()])) {
                        c ^= 0x55;
                        y[i] = a - d;
                        w[i] = b ^ (c as i32);
                        continue;
                    }
                }
                ..3 => {
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                    d *= (x[i] * x[i]);
                }
                n => {
                    c = c.wrapping_add(n);
                    b = ((d / (x[(c as usize) % x.len()] + 3.5)) as i32);
                    d -= 1.40f32.floor();
                }
            }
            'l9: for t9 in (c & 1)..=3 {
                c = c.wrapping_add(t9);
                'l10: for t10 in (0..c & 3).rev() {
                    c = c.wrapping_add(t10);
                    d += a.abs().sqrt();
                }
                'l11: for t11 in 0..3u32 {
                    c = c.wrapping_add(t11);
                    d = (693i32.min(z[i]) as f32);
                    a = ((a / (x[i] + 3.5)) - (x[i] / (a + 3.5)));
                    d *= a.floor();
                }
                match c & 7 {
                    2 | 5 => {
                        c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                        d += (x[i] / (x[(c as usize) % x.len()] + 3.5));
                        d = ((x[(c as usize) % x.len()] - x[(c as usize) % x.len()]) * (d - d));
                    }
                    n @ 2..=4 if n > 2 && ((c as i32) != b && (z[(c as usize) % z.len()] != z[i])) => {
                        c = c.wrapping_add(n);
                        d += d.floor();
                        if (z[(c as usize) % z.len()].wrapping_sub(z[(c as usize) % z.len()]) >= (a as i32) && ((z[i] ^ (c as i32)) >= b.wrapping_sub(z[(c as usize) % z.len()]))) {
                            c ^= 0x55;
                            continue;
                        }
                    }
                    ..3 => {
                        if ((c as i32).wrapping_mul(461i32) >= ((c as i32) ^ b)) {
                            c ^= 0x55;
                            continue;
                        }
                        c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                        b = (z[(c as usize) % z.len()] / 7).min((b ^ z[i]));
                        c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                    }
                    n => {
                        c = c.wrapping_add(n);
                        d = ((b as f32) / ((a / (a + 3.5)) + 3.5));
                        if ((if ((a / (d + 3.5)) < (x[(c as usize) % x.len()] * a)) { 2.74f32 } else { d }) < (a - 3.25f32)) {
                            c ^= 0x55;
                            y[i] = a - d;
                            w[i] = b ^ (c as i32);
                            continue 'p;
                        }
                    }
                }
            }
        }
        let mut t12 = 0i32;
        'l12: while t12 < (b & 7) && (c & 3 == 1) {
            t12 += 1;
            if ((if (c & 3 == 1 || (a.abs().sqrt() < x[(c as usize) % x.len()].abs().sqrt())) { x[(c as usize) % x.len()] } else { a }) < (if ((a + 1.86f32) < (x[i] * x[(c as usize) % x.len()])) { a } else { a }) || (x[i].abs().sqrt() < (z[i] as f32) || ((z[(c as usize) % z.len()] as f32) < (if (z[(c as usize) % z.len()].wrapping_mul((c as i32)) >= (x[(c as usize) % x.len()] as i32)) { 0.26f32 } else { a })))) {
                b = (z[(c as usize) % z.len()] ^ b).min((869i32 ^ 126i32));
                a = ((455i32 & z[i]) as f32);
            }
            d += x[(c as usize) % x.len()].floor();
        }
        y[i] = a + d;
        w[i] = b ^ (c as i32);
    }
}

#[kernel]
pub fn random_5(x: &[f32], z: &[i32], y: &mut [f32], w: &mut [i32]) {
    'p: for i in par(0..y.len()) {
        let mut a = x[i];
        let mut b = z[i];
        let mut c = (i as u32).wrapping_mul(2654435769);
        let mut d = 0.5f32;
        let mut e = [x[i], 1.5, a * 0.5, 0.25];
        let mut g = [[b, 3], [b >> 3, -1]];
        let mut p = (d, b);
        d += a.floor();
        'l1: for t1 in (0..=(b as u32 & 3)).rev() {
            c = c.wrapping_add(t1);
            let mut t2 = 0u32;
            'l2: loop {
                t2 += 1;
                if t2 > 6 { break; }
                p = (d, z[i].wrapping_add(TABLE[(c % 5) as usize]));
                d = ((x[(c as usize) % x.len()] - d) + (a + d));
                let mut t3 = 0i32;
                'l3: while t3 < (b & 7) && (c & 3 == 1 && ((3.47f32 / (0.50f32 + 3.5)) < (0.23f32 * a))) {
                    t3 += 1;
                    e[(c & 3) as usize] = (2.30f32 * 1.75f32);
                    if (c & 3 == 1) {
                        c ^= 0x55;
                        break 'l3;
                    }
                    d = ((p.0 / (x[(c as usize) % x.len()] + 3.5)) * 0.51f32.abs().sqrt());
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                }
            }
            if (c & 3 == 1) {
                e[(c & 3) as usize] = (x[(c as usize) % x.len()] - e[(c & 3) as usize]);
            }
        }
        c = c.wrapping_mul(1664525).wrapping_add(1013904223);
        c = c.wrapping_mul(1664525).wrapping_add(1013904223);
        y[i] = a + d + e[1] + p.0;
        w[i] = b ^ (c as i32) ^ g[1][0] ^ p.1;
    }
    for i in par(0..z.len()) {
        let b = z[i];
        let c = (i as u32).wrapping_mul(2654435769);
        let mut p = Pair { low: (804i32 >> 2), high: [(c as i32).wrapping_mul(z[(c >> 3) as usize % z.len()]), z[(c >> 3) as usize % z.len()].wrapping_mul(b)] };
        p.high[(c & 1) as usize] ^= b.max(b);
        p = swapped(p, c);
        w[i] = w[i] ^ middle(p.low, p.high[0], p.high[1]);
    }
    let mut s1 = -1i32;
    let mut s2 = i32::MAX;
    for i in par(0..z.len()) {
        let b = z[i];
        let c = (i as u32).wrapping_mul(2654435769);
        for t3 in 0..(c & 3) {
            s1 &= (790i32 & (c as i32));
        }
        s2 = s2.min((c as i32).max(b));
        w[i] = w[i] ^ s1 ^ s2;
    }
    w[0] = w[0] ^ s1;
    let mut s4 = -5i32;
    for i in par(0..z.len()) {
        let b = z[i];
        let c = (i as u32).wrapping_mul(2654435769);
        if c & 3 == 1 {
            s4 = s4.max((if 680i32 > b { 435i32 } else { b }));
        }
    }
    w[0] = w[0] ^ s4;
}

#[kernel]
pub fn random_6(x: &[f32], z: &[i32], y: &mut [f32], w: &mut [i32]) {
    'p: for i in par(0..y.len()) {
        let mut a = x[i];
        let mut b = z[i];
        let mut c = (i as u32).wrapping_mul(2654435769);
        let mut d = 0.5f32;
        'l1: for t1 in 0..4u32 {
            c = c.wrapping_add(t1);
            d += (a * x[(c as usize) % x.len()]);
            c = c.wrapping_mul(1664525).wrapping_add(1013904223);
            let mut t2 = 0u32;
            'l2: loop {
                t2 += 1;
                if t2 > 6 { break; }
                c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                d = (a.abs().sqrt() - d.abs().sqrt());
                if ((c as i32) != (c as i32)) {
                    d += (3.36f32 - a);
                    d = (x[(c as usize) % x.len()] - x[(c as usize) % x.len()]).floor();
                }
            }
            let mut t3 = 0u32;
            'l3: loop {
                t3 += 1;
                if t3 > 6 { break; }
                match c & 7 {
                    0 | 5 => {
                        d += (a / (x[(c as usize) % x.len()] + 3.5));
                        b = (z[i].wrapping_add(z[(c as usize) % z.len()]) ^ 145i32.wrapping_mul(z[(c as usize) % z.len()]));
                        b = ((b >> 1) & 426i32.min(z[(c as usize) % z.len()]));
                    }
                    n @ 2..=4 if n > 0 && (b != z[(c as usize) % z.len()]) => {
                        c = c.wrapping_add(n);
                        b = (z[i] >> 7).wrapping_add((b ^ z[i]));
                    }
                    ..1 => {
                        b = (z[i].wrapping_sub(400i32) / 7);
                        c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                        d = ((d / (x[(c as usize) % x.len()] + 3.5)) - x[i].floor());
                        if (672i32.min(z[i]) >= z[(c as usize) % z.len()].wrapping_sub(194i32) && (z[i] != b)) {
                            c ^= 0x55;
                            y[i] = a - d;
                            w[i] = b ^ (c as i32);
                            continue 'p;
                        }
                    }
                    n => {
                        c = c.wrapping_add(n);
                        b = (b.wrapping_sub(z[(c as usize) % z.len()]) ^ (z[i] ^ z[i]));
                        b = (z[i] >> 3).wrapping_sub(307i32.min(z[i]));
                        d = ((if (c & 3 == 1) { a } else { d }) * (z[i] as f32));
                        if (684i32 != z[(c as usize) % z.len()] || (z[(c as usize) % z.len()] != b)) {
                            c ^= 0x55;
                            y[i] = a - d;
                            w[i] = b ^ (c as i32);
                            continue 'p;
                        }
                    }
                }
            }
        }
        d *= (x[(c as usize) % x.len()] * x[i]);
        y[i] = a + d;
        w[i] = b ^ (c as i32);
    }
}

#[kernel]
pub fn random_7(x: &[f32], z: &[i32], y: &mut [f32], w: &mut [i32]) {
    'p: for i in par(0..y.len()) {
        let mut a = x[i];
        let mut b = z[i];
        let mut c = (i as u32).wrapping_mul(2654435769);
        let mut d = 0.5f32;
        a = ((z[i] & b) as f32);
        let mut t1 = 0i32;
        'l1: while t1 < (b & 7) && (z[(c as usize) % z.len()] != z[i] || ((b as f32) < (a * d))) {
            t1 += 1;
            'l2: for t2 in 0..(c & 3) {
                c = c.wrapping_add(t2);
                c = c.wrapping_mul(1664525).wrapping_add(1013904223);
            }
            d += (a / (d + 3.5));
        }
        y[i] = a + d;
        w[i] = b ^ (c as i32);
    }
     {
        let (a1, a2) = w.split_at_mut(z.len() / 2);
        for i in par(0..a1.len()) {
            let t = a1[i];
            a1[i] = a2[i] ^ z[i];
            a2[i] = t;
        }
    }
}

#[kernel]
pub fn random_8(x: &[f32], z: &[i32], y: &mut [f32], w: &mut [i32]) {
    'p: for i in par(0..y.len()) {
        let mut a = x[i];
        let mut b = z[i];
        let mut c = (i as u32).wrapping_mul(2654435769);
        let mut d = 0.5f32;
        let mut e = [x[i], 1.5, a * 0.5, 0.25];
        let mut g = [[b, 3], [b >> 3, -1]];
        let mut p = (d, b);
        (p.1, p.0) = ((z[(c as usize) % z.len()] / 7), (d + x[(c as usize) % x.len()]));
        y[i] = a + d + e[1] + p.0;
        w[i] = b ^ (c as i32) ^ g[1][0] ^ p.1;
    }
}

#[kernel]
pub fn random_9(x: &[f32], z: &[i32], y: &mut [f32], w: &mut [i32]) {
    'p: for i in par(0..y.len()) {
        let mut a = x[i];
        let mut b = z[i];
        let mut c = (i as u32).wrapping_mul(2654435769);
        let mut d = 0.5f32;
        if ((d as i32) >= b.wrapping_add(z[(c as usize) % z.len()])) {
            if ((a * x[(c as usize) % x.len()]) < (x[i] * a) || (c & 3 == 1 && (z[(c as usize) % z.len()].wrapping_sub(z[(c as usize) % z.len()]) >= (b & (c as i32))))) {
                d += (x[(c as usize) % x.len()] * x[(c as usize) % x.len()]);
                b = (((c as i32) >> 18) & (750i32 & z[i]));
            }
            c = c.wrapping_mul(1664525).wrapping_add(1013904223);
            let mut t1 = 0i32;
            'l1: while t1 < (b & 7) && (c & 3 == 1) {
                t1 += 1;
                a = ((x[i] - a) - (0.13f32 - a));
                if (z[i] != b && ((z[(c as usize) % z.len()] / 7) >= (752i32 & 498i32))) {
                    c ^= 0x55;
                    break;
                }
                d = ((z[i] as f32) - (3.66f32 * x[i]));
                match 7 {
                    1 | 5 => {
                        d -= (b as f32);
                        a = x[(c as usize) % x.len()].abs().sqrt().floor();
                        b = z[(c as usize) % z.len()].min(z[(c as usize) % z.len()]).wrapping_mul((b & z[(c as usize) % z.len()]));
                        if ((c as i32).wrapping_mul((c as i32)) >= (c as i32).wrapping_add(z[(c as usize) % z.len()])) {
                            c ^= 0x55;
                            continue 'l1;
                        }
                    }
                    n @ 2..=4 if n > 1 && (b != z[(c as usize) % z.len()] && ((a - 1.95f32) < (a / (x[i] + 3.5)))) => {
                        c = c.wrapping_add(n);
                        if (c & 3 == 1) {
                            c ^= 0x55;
                            y[i] = a - d;
                            w[i] = b ^ (c as i32);
                            continue;
                        }
                        c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                    }
                    ..2 => {
                        d = ((x[i] - 1.55f32) - a.abs().sqrt());
                        b = (123i32 >> 8).wrapping_mul((545i32 ^ z[(c as usize) % z.len()]));
                    }
                    n => {
                        c = c.wrapping_add(n);
                        d += (a * d);
                    }
                }
            }
        }
        match 7 {
            0 | 5 => {
                b = (c as i32).min(z[(c as usize) % z.len()]).wrapping_mul((c as i32).wrapping_sub(z[(c as usize) % z.len()]));
                b = (z[(c as usize) % z.len()] & z[i]).min((z[(c as usize) % z.len()] & z[i]));
                b = z[(c as usize) % z.len()].wrapping_add(z[(c as usize) % z.len()]).wrapping_add((z[(c as usize) % z.len()] >> 7));
            }
            n @ 2..=4 if n > 0 && ((z[(c as usize) % z.len()] as f32) < (x[(c as usize) % x.len()] + a) || (c & 3 == 1)) => {
                c = c.wrapping_add(n);
                a = (x[(c as usize) % x.len()] + x[i]).floor();
                d = (z[(c as usize) % z.len()].wrapping_add(z[(c as usize) % z.len()]) as f32);
                d *= a.abs().sqrt();
            }
            ..1 => {
                a = (if ((x[i] as i32) >= (z[i] & 144i32)) { a } else { 0.68f32 }).floor();
            }
            n => {
                c = c.wrapping_add(n);
                a = (((c as i32) & z[(c as usize) % z.len()]) as f32);
                if ((c as i32) != 326i32) {
                    c ^= 0x55;
                    y[i] = a - d;
                    w[i] = b ^ (c as i32);
                    continue 'p;
                }
                if (a.abs().sqrt() < (3.68f32 + a)) {
                    c ^= 0x55;
                    y[i] = a - d;
                    w[i] = b ^ (c as i32);
                    continue 'p;
                }
                a = (if (((c as i32) ^ z[(c as usize) % z.len()]) >= (728i32 ^ (c as i32)) || ((z[i] ^ z[(c as usize) % z.len()]) >= (c as i32).wrapping_add(z[i]))) { (x[(c as usize) % x.len()] - x[(c as usize) % x.len()]) } else { (x[i] - x[(c as usize) % x.len()]) });
            }
        }
        if ((z[i] / 7) >= b.min(568i32) && ((c as i32) != 898i32)) {
            if ((x[(c as usize) % x.len()] / (x[(c as usize) % x.len()] + 3.5)) < 1.15f32.floor()) {
                if (x[(c as usize) % x.len()].abs().sqrt() < x[i].floor()) {
                    if ((0.79f32 + x[(c as usize) % x.len()]) < (x[(c as usize) % x.len()] + d)) {
                        c ^= 0x55;
                        y[i] = a - d;
                        w[i] = b ^ (c as i32);
                        continue 'p;
                    }
                    a = (z[i].wrapping_add(z[(c as usize) % z.len()]) as f32);
                    if ((a - a) < 1.25f32.abs().sqrt() || ((a - 2.35f32) < (d - x[(c as usize) % x.len()]))) {
                        c ^= 0x55;
                        y[i] = a - d;
                        w[i] = b ^ (c as i32);
                        continue 'p;
                    }
                } else {
                    d += (if ((z[(c as usize) % z.len()] >> 18) >= (z[i] >> 3)) { 0.27f32 } else { x[(c as usize) % x.len()] });
                    d = ((a * 0.22f32) - (x[(c as usize) % x.len()] - x[i]));
                }
                let mut t2 = 0u32;
                'l2: loop {
                    t2 += 1;
                    if t2 > 6 { break; }
                    if (c & 3 == 1) {
                        c ^= 0x55;
                        y[i] = a - d;
                        w[i] = b ^ (c as i32);
                        continue 'p;
                    }
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                    if (z[(c as usize) % z.len()] != z[(c as usize) % z.len()] || ((if (z[(c as usize) % z.len()] != z[i]) { a } else { a }) < (x[(c as usize) % x.len()] - 3.30f32))) {
                        c ^= 0x55;
                        y[i] = a - d;
                        w[i] = b ^ (c as i32);
                        continue 'p;
                    }
                }
                let mut t3 = 0i32;
                'l3: while t3 < (b & 7) && ((d as i32) >= (a as i32)) {
                    t3 += 1;
                    b = ((c as i32).min(b) / 7);
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                    a = (a - d).floor();
                    b = ((if (b != b || ((26i32 & z[i]) >= (z[i] & 349i32))) { x[(c as usize) % x.len()] } else { a }) as i32);
                }
            }
            let mut t4 = 0u32;
            'l4: loop {
                t4 += 1;
                if t4 > 6 { break; }
                'l5: for t5 in (u32::MAX - 3..=u32::MAX).rev().step_by(3) {
                    c = c.wrapping_add(t5);
                    a = (x[i].abs().sqrt() * 3.12f32.floor());
                    if ((d * 0.79f32) < (z[i] as f32) && (z[i] != (c as i32))) {
                        c ^= 0x55;
                        break 'l5;
                    }
                    if (c & 3 == 1 || ((0.62f32 + 1.46f32) < (x[(c as usize) % x.len()] - a))) {
                        c ^= 0x55;
                        y[i] = a - d;
                        w[i] = b ^ (c as i32);
                        continue 'p;
                    }
                    b = (z[i] & (c as i32)).min((b / 7));
                }
                'l6: for t6 in 0..5u32 {
                    c = c.wrapping_add(t6);
                    if ((b / 7) >= (d as i32) || (b != b)) {
                        c ^= 0x55;
                        break;
                    }
                }
                d *= (x[i] / (d + 3.5));
                b = (((c as i32) / 7) & b.wrapping_add(b));
            }
        }
        y[i] = a + d;
        w[i] = b ^ (c as i32);
    }
    let mut n1 = 0;
    for i in par(0..z.len()) {
        let b = z[i];
        let c = (i as u32).wrapping_mul(2654435769);
        if c & 3 == 1 {
            w[n1] = b.max(z[(c >> 3) as usize % z.len()]);
            n1 += 1;
        }
    }
    w[0] = w[0] ^ (n1 as i32);
    let mut s2 = 0i32;
    for i in par(0..z.len()) {
        let b = z[i];
        let c = (i as u32).wrapping_mul(2654435769);
        w[i] = w[i] ^ s2;
        s2 ^= b.wrapping_mul((c as i32));
    }
    w[0] = w[0] ^ s2;
    for g in par(0..z.len().div_ceil(4)) {
        let mut tile = [0i32; 4];
        for t in par(0..4) {
            let i = g * 4 + t;
            let b = z[i % z.len()];
            let c = (i as u32).wrapping_mul(2654435769);
            tile[t] = TABLE[(c % 5) as usize].max(b);
        }
        let mut s4 = -5i32;
        for t in par(0..4) {
            let i = g * 4 + t;
            let b = z[i % z.len()];
            let c = (i as u32).wrapping_mul(2654435769);
            s4 = s4.max(TABLE[(c % 5) as usize].max(b));
        }
        for t in par(0..4) {
            let i = g * 4 + t;
            if i < w.len() {
                w[i] = w[i] ^ tile[t * 7 % 4] ^ s4;
            }
        }
    }
}

#[kernel]
pub fn random_10(x: &[f32], z: &[i32], y: &mut [f32], w: &mut [i32]) {
    'p: for i in par(0..y.len()) {
        let mut a = x[i];
        let mut b = z[i];
        let mut c = (i as u32).wrapping_mul(2654435769);
        let mut d = 0.5f32;
        let mut t1 = 0i32;
        'l1: while t1 < (b & 7) && ((c as i32) != (c as i32) || (c & 3 == 1)) {
            t1 += 1;
            b = (a.floor() as i32);
            if (495i32 != b && (z[i].min(131i32) >= (z[i] ^ z[(c as usize) % z.len()]) && (b != z[(c as usize) % z.len()]))) {
                'l2: for t2 in 0..(c & 3) {
                    c = c.wrapping_add(t2);
                    b = z[(c as usize) % z.len()].wrapping_add(b).wrapping_sub(0i32.min(642i32));
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                    d += x[(c as usize) % x.len()].floor();
                    a = (((c as i32) ^ b) as f32);
                }
                if ((3.57f32 + a) < (if ((if ((d / (x[(c as usize) % x.len()] + 3.5)) < (d * a)) { a } else { d }) < x[(c as usize) % x.len()].abs().sqrt()) { x[(c as usize) % x.len()] } else { a })) {
                    b = b.wrapping_sub(z[i]).wrapping_add((z[(c as usize) % z.len()] ^ b));
                }
            } else {
                if ((a / (1.11f32 + 3.5)) < x[i].abs().sqrt() || (c & 3 == 1)) {
                    c ^= 0x55;
                    break;
                }
                'l3: for t3 in 0..2u32 {
                    c = c.wrapping_add(t3);
                    if (c & 3 == 1 && (135i32 != z[i])) {
                        c ^= 0x55;
                        break 'l3;
                    }
                    d -= x[(c as usize) % x.len()].abs().sqrt();
                    b = z[i].wrapping_add(b).min((637i32 / 7));
                }
                match c & 7 {
                    2 | 5 => {
                        if (c & 3 == 1) {
                            c ^= 0x55;
                            continue 'l1;
                        }
                        d += (if (c & 3 == 1 || (z[(c as usize) % z.len()] != z[i])) { 3.62f32 } else { 1.76f32 });
                    }
                    n @ 2..=4 if n > 2 && (c & 3 == 1 || (c & 3 == 1)) => {
                        c = c.wrapping_add(n);
                        b = ((x[i] as i32) ^ (z[(c as usize) % z.len()] ^ (c as i32)));
                        a = ((852i32 as f32) - (if (c & 3 == 1 && (z[(c as usize) % z.len()] != 177i32)) { d } else { x[(c as usize) % x.len()] }));
                        b = ((x[(c as usize) % x.len()] / (x[i] + 3.5)) as i32);
                        a = (if (b != b) { (3.72f32 - x[i]) } else { (z[(c as usize) % z.len()] as f32) });
                    }
                    ..3 => {
                        b = (764i32.min(b) ^ ((c as i32) >> 8));
                        a = (d.abs().sqrt() - (x[i] / (x[i] + 3.5)));
                        b = (z[(c as usize) % z.len()] & z[i]).min((x[(c as usize) % x.len()] as i32));
                        if (c & 3 == 1 || ((b ^ (c as i32)) >= (637i32 >> 29))) {
                            c ^= 0x55;
                            break 'l1;
                        }
                    }
                    n => {
                        c = c.wrapping_add(n);
                        c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                        if (757i32.wrapping_sub(b) >= (z[(c as usize) % z.len()] / 7)) {
                            c ^= 0x55;
                            y[i] = a - d;
                            w[i] = b ^ (c as i32);
                            continue 'p;
                        }
                        d -= (z[(c as usize) % z.len()] as f32);
                        b = (b.min((c as i32)) / 7);
                    }
                }
            }
            'l4: for t4 in 0..(c & 3) {
                c = c.wrapping_add(t4);
                let mut t5 = 0i32;
                'l5: while t5 < (b & 7) && ((c as i32).wrapping_sub(b) >= 294i32.wrapping_mul(z[(c as usize) % z.len()]) || ((b / 7) >= z[(c as usize) % z.len()].wrapping_add((c as i32)))) {
                    t5 += 1;
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                }
                d -= (1.2f32 / (a + 3.5));
            }
        }
        'l6: for t6 in 0..4u32 {
            c = c.wrapping_add(t6);
            if (((c as i32) as f32) < (if (x[i].floor() < (d - x[(c as usize) % x.len()])) { 0.50f32 } else { a }) || (z[i] != z[(c as usize) % z.len()])) {
                'l7: for t7 in (c & 1)..=3 {
                    c = c.wrapping_add(t7);
                    if ((d / (x[(c as usize) % x.len()] + 3.5)) < (d / (x[i] + 3.5)) || ((z[(c as usize) % z.len()] ^ 160i32) >= (698i32 & z[i]))) {
                        c ^= 0x55;
                        continue 'l7;
                    }
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                    if (b != 412i32 && ((a - a) < d.floor())) {
                        c ^= 0x55;
                        y[i] = a - d;
                        w[i] = b ^ (c as i32);
                        continue 'p;
                    }
                }
            }
            let mut t8 = 0u32;
            'l8: loop {
                t8 += 1;
                if t8 > 6 { break; }
                'l9: for t9 in (1..(b as u32 & 3)).step_by(1) {
                    c = c.wrapping_add(t9);
                    d -= (if (c & 3 == 1 || (z[i] != z[(c as usize) % z.len()])) { x[(c as usize) % x.len()] } else { 3.14f32 });
                    b = ((a as i32) & z[i].wrapping_add(z[(c as usize) % z.len()]));
                }
            }
        }
        y[i] = a + d;
        w[i] = b ^ (c as i32);
    }
}

#[kernel]
pub fn random_11(x: &[f32], z: &[i32], y: &mut [f32], w: &mut [i32]) {
    'p: for i in par(0..y.len()) {
        let mut a = x[i];
        let mut b = z[i];
        let mut c = (i as u32).wrapping_mul(2654435769);
        let mut d = 0.5f32;
        let mut e = [x[i], 1.5, a * 0.5, 0.25];
        let mut g = [[b, 3], [b >> 3, -1]];
        let mut p = (d, b);
        g[(b & 1) as usize][(c & 1) as usize] ^= (b ^ TABLE[(c % 5) as usize]);
        b = ((317i32 ^ g[0][(b & 1) as usize]) & (x[i] as i32));
        d = ((x[i] + d) / ((if (g[(c & 1) as usize][1] != z[(c as usize) % z.len()] && (c & 3 == 1)) { 0.16f32 } else { x[(c as usize) % x.len()] }) + 3.5));
        y[i] = a + d + e[1] + p.0;
        w[i] = b ^ (c as i32) ^ g[1][0] ^ p.1;
    }
    let mut s1 = -1i32;
    for i in par(0..z.len()) {
        let b = z[i];
        let c = (i as u32).wrapping_mul(2654435769);
        if (b & 1 == 0 && b < z[(c >> 3) as usize % z.len()]) {
            continue;
        }
        for t2 in 0..(c & 3) {
            s1 &= b.wrapping_add(b);
        }
    }
    w[0] = w[0] ^ s1;
}

#[kernel]
pub fn random_12(x: &[f32], z: &[i32], y: &mut [f32], w: &mut [i32]) {
    'p: for i in par(0..y.len()) {
        let mut a = x[i];
        let mut b = z[i];
        let mut c = (i as u32).wrapping_mul(2654435769);
        let mut d = 0.5f32;
        if ((z[i] as f32) < d.abs().sqrt() || (c & 3 == 1 || (c & 3 == 1))) {
            'l1: for t1 in (u32::MAX - 4..=u32::MAX).rev().step_by(2) {
                c = c.wrapping_add(t1);
                if ((z[(c as usize) % z.len()] / 7) >= b.wrapping_mul((c as i32))) {
                    d = (if (67i32 != z[(c as usize) % z.len()]) { x[i] } else { d }).abs().sqrt();
                    if (c & 3 == 1) {
                        c ^= 0x55;
                        break 'l1;
                    }
                    b = (c as i32).wrapping_add(z[i]).wrapping_add(b.wrapping_mul(z[i]));
                }
                if ((z[i] / 7) >= (b ^ 313i32) && (c & 3 == 1)) {
                    c ^= 0x55;
                    y[i] = a - d;
                    w[i] = b ^ (c as i32);
                    continue 'p;
                }
                d = (b.wrapping_add(z[i]) as f32);
                a = a.abs().sqrt().floor();
            }
        } else {
            b = (881i32 & (c as i32)).wrapping_sub((277i32 >> 22));
            c = c.wrapping_mul(1664525).wrapping_add(1013904223);
            if (c & 3 == 1 || (c & 3 == 1 && (c & 3 == 1))) {
                match (b as u32) & 7 {
                    1 | 5 => {
                        if (c & 3 == 1) {
                            c ^= 0x55;
                            y[i] = a - d;
                            w[i] = b ^ (c as i32);
                            continue 'p;
                        }
                        c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                        c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                        d = (d / (x[(c as usize) % x.len()] + 3.5)).floor();
                    }
                    n @ 2..=4 if n > 1 && ((0.69f32 + 1.32f32) < (x[i] * d) || ((b / 7) >= z[(c as usize) % z.len()].wrapping_mul(244i32))) => {
                        c = c.wrapping_add(n);
                        d *= (d * x[(c as usize) % x.len()]);
                        a = (z[i] as f32).floor();
                    }
                    ..2 => {
                        if (a.abs().sqrt() < (x[(c as usize) % x.len()] - 1.94f32)) {
                            c ^= 0x55;
                            y[i] = a - d;
                            w[i] = b ^ (c as i32);
                            continue 'p;
                        }
                        d = (a / (x[i] + 3.5)).abs().sqrt();
                        d *= (z[i] as f32);
                    }
                    n => {
                        c = c.wrapping_add(n);
                        if (650i32 != z[(c as usize) % z.len()]) {
                            c ^= 0x55;
                            y[i] = a - d;
                            w[i] = b ^ (c as i32);
                            continue 'p;
                        }
                    }
                }
            }
            let mut t2 = 0i32;
            'l2: while t2 < (b & 7) && (c & 3 == 1 && ((if ((x[(c as usize) % x.len()] + x[i]) < (z[i] as f32) || (275i32.min(z[(c as usize) % z.len()]) >= z[(c as usize) % z.len()].min((c as i32)))) { x[(c as usize) % x.len()] } else { 1.19f32 }) < (z[i] as f32))) {
                t2 += 1;
                let mut t3 = 0i32;
                'l3: while t3 < (b & 7) && ((x[i] / (d + 3.5)) < (if (b != 535i32) { x[i] } else { 1.7f32 }) && ((z[i] / 7) >= (z[i] >> 13))) {
                    t3 += 1;
                    d *= (z[i] as f32);
                }
                b = (528i32 >> 6).wrapping_add((b / 7));
            }
        }
        y[i] = a + d;
        w[i] = b ^ (c as i32);
    }
}

#[kernel]
pub fn random_13(x: &[f32], z: &[i32], y: &mut [f32], w: &mut [i32]) {
    'p: for i in par(0..y.len()) {
        let mut a = x[i];
        let mut b = z[i];
        let mut c = (i as u32).wrapping_mul(2654435769);
        let mut d = 0.5f32;
        match c & 7 {
            2 | 5 => {
                d -= x[i].abs().sqrt();
            }
            n @ 2..=4 if n > 2 && (c & 3 == 1 && (z[(c as usize) % z.len()].min((c as i32)) >= 671i32.wrapping_mul(325i32))) => {
                c = c.wrapping_add(n);
                c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                b = (((c as i32) / 7) ^ (z[i] & z[i]));
            }
            ..3 => {
                c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                d *= (x[i] - x[(c as usize) % x.len()]);
                c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                if (c & 3 == 1) {
                    c ^= 0x55;
                    y[i] = a - d;
                    w[i] = b ^ (c as i32);
                    continue 'p;
                }
            }
            n => {
                c = c.wrapping_add(n);
                c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                if (c & 3 == 1) {
                    c ^= 0x55;
                    y[i] = a - d;
                    w[i] = b ^ (c as i32);
                    continue 'p;
                }
            }
        }
        y[i] = a + d;
        w[i] = b ^ (c as i32);
    }
    let mut s1 = -1i32;
    let mut s2 = -1i32;
    for i in par(0..z.len()) {
        let b = z[i];
        let c = (i as u32).wrapping_mul(2654435769);
        for t3 in 0..(c & 3) {
            s1 &= (TABLE[(c % 5) as usize] ^ b);
        }
        if (c as i32) > b {
            s2 &= (z[(c >> 3) as usize % z.len()] & TABLE[(c % 5) as usize]);
        }
        w[i] = w[i] ^ s1 ^ s2;
    }
    w[0] = w[0] ^ s1;
    for g in par(0..z.len().div_ceil(10)) {
        let mut tile = [0i32; 10];
        for t in par(0..10) {
            let i = g * 10 + t;
            let b = z[i % z.len()];
            let c = (i as u32).wrapping_mul(2654435769);
            tile[t] = middle((c as i32), z[(c >> 3) as usize % z.len()], b);
        }
        let mut s4 = 0i32;
        for t in par(0..10) {
            let i = g * 10 + t;
            let b = z[i % z.len()];
            let c = (i as u32).wrapping_mul(2654435769);
            s4 |= b.wrapping_add(b);
        }
        for t in par(0..10) {
            let i = g * 10 + t;
            if i < w.len() {
                w[i] = w[i] ^ tile[(t + 1) % 10] ^ s4;
            }
        }
    }
    let mut s5 = i32::MAX;
    let mut s6 = 7i32;
    for i in par(0..z.len()) {
        let b = z[i];
        let c = (i as u32).wrapping_mul(2654435769);
        if TABLE[(c % 5) as usize] != b {
            s5 = s5.min((TABLE[(c % 5) as usize] & (c as i32)));
        }
        for t7 in 0..(c & 3) {
            s6 = s6.wrapping_add(middle(b, 488i32, b));
        }
        w[i] = w[i] ^ s5 ^ s6;
    }
    w[0] = w[0] ^ s5;
}

#[kernel]
pub fn random_14(x: &[f32], z: &[i32], y: &mut [f32], w: &mut [i32]) {
    'p: for i in par(0..y.len()) {
        let mut a = x[i];
        let mut b = z[i];
        let mut c = (i as u32).wrapping_mul(2654435769);
        let mut d = 0.5f32;
        let mut e = [x[i], 1.5, a * 0.5, 0.25];
        let mut g = [[b, 3], [b >> 3, -1]];
        let mut p = (d, b);
        b = b.wrapping_add(g[(c & 1) as usize][1]).wrapping_sub((z[(c as usize) % z.len()] / 7));
        'l1: for t1 in (0..c & 3).rev() {
            c = c.wrapping_add(t1);
            d -= e[(c & 3) as usize].abs().sqrt();
        }
        if (c & 3 == 1) {
            'l2: for t2 in 0..(c & 3) {
                c = c.wrapping_add(t2);
                match c & 7 {
                    2 | 5 => {
                        d = turned(&mut e, c);
                    }
                    n @ 2..=4 if n > 2 && ((d as i32) >= (e[(c & 3) as usize] as i32)) => {
                        c = c.wrapping_add(n);
                        c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                        b = ((b ^ TABLE[(c % 5) as usize]) / 7);
                    }
                    ..3 => {
                        g[(b & 1) as usize][(c & 1) as usize] ^= b.wrapping_sub(g[(c & 1) as usize][1]);
                        d *= (x[i] - x[(c as usize) % x.len()]);
                    }
                    n => {
                        c = c.wrapping_add(n);
                        b = (p.0.floor() as i32);
                        if ((if (z[i].wrapping_mul(368i32) >= (p.1 ^ p.1)) { x[i] } else { x[i] }) < (a / (x[i] + 3.5))) {
                            c ^= 0x55;
                            y[i] = a - d + e[1];
                            w[i] = b ^ (c as i32) ^ g[0][1] ^ p.1;
                            continue;
                        }
                        c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                    }
                }
                'l3: for t3 in (1..(b as u32 & 3)).step_by(1) {
                    c = c.wrapping_add(t3);
                    b = ((g[0][(b & 1) as usize] / 7) ^ z[(c as usize) % z.len()].wrapping_mul(342i32));
                    e[(c & 3) as usize] = (d / (d + 3.5));
                    e[2] += (if (z[(c as usize) % z.len()] != 81i32 && ((z[(c as usize) % z.len()] as f32) < (a + x[(c as usize) % x.len()]))) { d } else { x[(c as usize) % x.len()] });
                }
                if (c & 3 == 1) {
                    c ^= 0x55;
                    y[i] = a - d + e[1];
                    w[i] = b ^ (c as i32) ^ g[0][1] ^ p.1;
                    continue 'p;
                }
            }
            let mut t4 = 0u32;
            'l4: loop {
                t4 += 1;
                if t4 > 6 { break; }
                b = z[i].wrapping_mul(z[(c as usize) % z.len()]).wrapping_mul((TABLE[(c % 5) as usize] ^ g[(c & 1) as usize][1]));
                'l5: for t5 in (0..c & 3).rev() {
                    c = c.wrapping_add(t5);
                    e[(c & 3) as usize] = (p.0 * 2.98f32);
                    (p.1, p.0) = (p.1.min(b), x[(c as usize) % x.len()].floor());
                    if (c & 3 == 1) {
                        c ^= 0x55;
                        continue 'l5;
                    }
                }
                if ((1.90f32 * e[(c & 3) as usize]) < e[(c & 3) as usize].abs().sqrt() && (g[0][(b & 1) as usize] != 275i32)) {
                    e[0] += (2.28f32 * e[(c & 3) as usize]);
                    d = turned(&mut e, c);
                    b = (g[(c & 1) as usize][1].wrapping_mul(g[0][(b & 1) as usize]) ^ (TABLE[(c % 5) as usize] >> 17));
                    b = TABLE[(c % 5) as usize].min(z[(c as usize) % z.len()]).wrapping_mul(TABLE[(c % 5) as usize].wrapping_add((c as i32)));
                }
                b = ((e[(c & 3) as usize] as i32) / 7);
            }
        }
        'l6: for t6 in (1..(z.len() as u32 & 3)).step_by(1) {
            c = c.wrapping_add(t6);
            if (x[i].abs().sqrt() < (p.0 * x[(c as usize) % x.len()])) {
                c ^= 0x55;
                continue 'l6;
            }
            'l7: for t7 in (c & 1)..=3 {
                c = c.wrapping_add(t7);
                e[(c & 3) as usize] = (if ((g[0][(b & 1) as usize] ^ z[i]) >= (c as i32).min(b)) { 0.7f32 } else { x[i] });
                if (c & 3 == 1) {
                    p = (d, z[i].wrapping_sub(TABLE[(c % 5) as usize]));
                    a = ((z[i] as f32) - (d - e[(c & 3) as usize]));
                    d += (e[(c & 3) as usize] * e[(c & 3) as usize]);
                    e[3] += (if (z[i] != (c as i32)) { d } else { 1.37f32 });
                }
                d += (d * x[(c as usize) % x.len()]);
            }
            'l8: for t8 in 0..=(z.len() as u32 & 3) {
                c = c.wrapping_add(t8);
                if ((e[(c & 3) as usize] - e[(c & 3) as usize]) < (x[i] * d)) {
                    if (z[i] != 478i32 || (513i32 != (c as i32))) {
                        c ^= 0x55;
                        continue 'l6;
                    }
                    d = (TABLE[(c % 5) as usize].min((c as i32)) as f32);
                    d -= (e[2] / (e[(c & 3) as usize] + 3.5));
                }
                let mut t9 = 0u32;
                'l9: loop {
                    t9 += 1;
                    if t9 > 6 { break; }
                    d += 3.14f32.floor();
                    d = (if (c & 3 == 1) { (x[i] + e[(c & 3) as usize]) } else { (x[i] + d) });
                    e[3] += (a * e[(c & 3) as usize]);
                }
            }
        }
        y[i] = a + d + e[1] + p.0;
        w[i] = b ^ (c as i32) ^ g[1][0] ^ p.1;
    }
}

#[kernel]
pub fn random_15(x: &[f32], z: &[i32], y: &mut [f32], w: &mut [i32]) {
    'p: for i in par(0..y.len()) {
        let mut a = x[i];
        let mut b = z[i];
        let mut c = (i as u32).wrapping_mul(2654435769);
        let mut d = 0.5f32;
        match 7 {
            1 | 5 => {
                d += (d * d);
            }
            n @ 2..=4 if n > 1 && (c & 3 == 1 || (c & 3 == 1)) => {
                c = c.wrapping_add(n);
                d *= (x[i] + d);
                d *= (x[i] + a);
                d -= (x[i] / (x[i] + 3.5));
            }
            ..2 => {
                d -= (290i32 as f32);
                b = (z[i].wrapping_add(b) & b.wrapping_sub((c as i32)));
                a = (d + 3.43f32).floor();
                if ((if (z[(c as usize) % z.len()] != 835i32) { a } else { a }) < (x[i] + x[i]) && (c & 3 == 1)) {
                    c ^= 0x55;
                    y[i] = a - d;
                    w[i] = b ^ (c as i32);
                    continue 'p;
                }
            }
            n => {
                c = c.wrapping_add(n);
                if ((b ^ 467i32) >= (x[i] as i32) || ((d + d) < (d - x[(c as usize) % x.len()]))) {
                    c ^= 0x55;
                    y[i] = a - d;
                    w[i] = b ^ (c as i32);
                    continue 'p;
                }
                c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                a = (x[(c as usize) % x.len()].floor() * (x[i] - x[i]));
            }
        }
        if (z[(c as usize) % z.len()] != b && (b.wrapping_sub(z[(c as usize) % z.len()]) >= b.wrapping_add(967i32))) {
            c ^= 0x55;
            y[i] = a - d;
            w[i] = b ^ (c as i32);
            continue 'p;
        }
        if ((z[(c as usize) % z.len()] >> 22) >= (b >> 6)) {
            let mut t1 = 0i32;
            'l1: while t1 < (b & 7) && (z[(c as usize) % z.len()] != (c as i32)) {
                t1 += 1;
                if ((c as i32) != (c as i32)) {
                    d = ((d * x[(c as usize) % x.len()]) * 2.57f32.floor());
                    if (z[i] != (c as i32) || (x[(c as usize) % x.len()].abs().sqrt() < (0.85f32 - 1.8f32))) {
                        c ^= 0x55;
                        break;
                    }
                    b = (z[(c as usize) % z.len()] >> 6).wrapping_mul(((c as i32) & z[(c as usize) % z.len()]));
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                } else {
                    b = ((z[(c as usize) % z.len()] ^ b) ^ (b & b));
                    d += (z[i] as f32);
                    a = (3.79f32.floor() - (z[(c as usize) % z.len()] as f32));
                    if ((c as i32) != b) {
                        c ^= 0x55;
                        continue 'l1;
                    }
                }
            }
            match c & 7 {
                0 | 5 => {
                    d = (19i32.wrapping_sub(z[(c as usize) % z.len()]) as f32);
                }
                n @ 2..=4 if n > 0 && ((2.61f32 + x[(c as usize) % x.len()]) < x[i].floor() || ((z[(c as usize) % z.len()] & z[i]) >= b.wrapping_mul(z[(c as usize) % z.len()]))) => {
                    c = c.wrapping_add(n);
                    if (0.29f32.floor() < d.floor()) {
                        c ^= 0x55;
                        y[i] = a - d;
                        w[i] = b ^ (c as i32);
                        continue 'p;
                    }
                    if (b != (c as i32)) {
                        c ^= 0x55;
                        y[i] = a - d;
                        w[i] = b ^ (c as i32);
                        continue;
                    }
                    d += 1.87f32.abs().sqrt();
                }
                ..1 => {
                    d += x[i].floor();
                    d *= (if ((z[i] >> 16) >= (c as i32).min(276i32) || ((if (c & 3 == 1 && ((3.5f32 / (d + 3.5)) < ((c as i32) as f32))) { 2.48f32 } else { 3.21f32 }) < (z[i] as f32))) { d } else { d });
                }
                n => {
                    c = c.wrapping_add(n);
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                    b = (z[i] & z[(c as usize) % z.len()]).wrapping_sub((z[(c as usize) % z.len()] / 7));
                    if (c & 3 == 1) {
                        c ^= 0x55;
                        y[i] = a - d;
                        w[i] = b ^ (c as i32);
                        continue 'p;
                    }
                }
            }
            b = (z[(c as usize) % z.len()].wrapping_mul((c as i32)) >> 14);
        } else {
            let mut t2 = 0i32;
            'l2: while t2 < (b & 7) && (((c as i32) as f32) < (x[i] * 1.29f32) || (d.floor() < (a * x[i]))) {
                t2 += 1;
                match (b as u32) & 7 {
                    1 | 5 => {
                        d += (a / (a + 3.5));
                        if ((if ((x[i] + 2.93f32) < 2.89f32.abs().sqrt() || ((if (c & 3 == 1 || ((c as i32).wrapping_sub(567i32) >= (b ^ b))) { 2.54f32 } else { 0.86f32 }) < (x[(c as usize) % x.len()] + d))) { x[(c as usize) % x.len()] } else { d }) < x[(c as usize) % x.len()].floor()) {
                            c ^= 0x55;
                            y[i] = a - d;
                            w[i] = b ^ (c as i32);
                            continue 'p;
                        }
                        d = 0.47f32.abs().sqrt().floor();
                    }
                    n @ 2..=4 if n > 1 && (c & 3 == 1) => {
                        c = c.wrapping_add(n);
                        d = ((a / (a + 3.5)) / ((3.59f32 * 0.35f32) + 3.5));
                        d -= (x[i] - d);
                        c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                        d = (if (((c as i32) >> 25) >= ((c as i32) ^ (c as i32))) { 0.44f32 } else { x[(c as usize) % x.len()] }).abs().sqrt();
                    }
                    ..2 => {
                        if (c & 3 == 1) {
                            c ^= 0x55;
                            continue 'l2;
                        }
                        if (c & 3 == 1 || (b != b)) {
                            c ^= 0x55;
                            continue;
                        }
                        if (a.abs().sqrt() < (b as f32) && ((c as i32).min(b) >= (b / 7))) {
                            c ^= 0x55;
                            break 'l2;
                        }
                    }
                    n => {
                        c = c.wrapping_add(n);
                        if ((c as i32) != (c as i32) || ((d / (d + 3.5)) < (2.85f32 / (x[(c as usize) % x.len()] + 3.5)))) {
                            c ^= 0x55;
                            y[i] = a - d;
                            w[i] = b ^ (c as i32);
                            continue 'p;
                        }
                        c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                        b = (z[(c as usize) % z.len()].min(z[i]) ^ (z[i] & z[i]));
                        b = z[i].wrapping_mul(z[(c as usize) % z.len()]).wrapping_mul((b ^ b));
                    }
                }
            }
            match 7 {
                0 | 5 => {
                    d += (x[(c as usize) % x.len()] - x[(c as usize) % x.len()]);
                    a = ((if (c & 3 == 1) { d } else { x[(c as usize) % x.len()] }) - (x[i] + x[(c as usize) % x.len()]));
                    a = (x[(c as usize) % x.len()].floor() + (x[(c as usize) % x.len()] + x[i]));
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                }
                n @ 2..=4 if n > 0 && (c & 3 == 1) => {
                    c = c.wrapping_add(n);
                    b = (b & z[i]).wrapping_mul((c as i32).wrapping_mul(595i32));
                    d = ((if ((a * d) < (if ((if (a.floor() < (d - d) && (c & 3 == 1)) { d } else { x[i] }) < (d + a) || ((494i32 / 7) >= ((c as i32) ^ 36i32))) { a } else { x[(c as usize) % x.len()] })) { 2.11f32 } else { x[i] }) - x[i].abs().sqrt());
                    b = (z[(c as usize) % z.len()] / 7).wrapping_mul((d as i32));
                }
                ..1 => {
                    d = (d - 2.87f32).abs().sqrt();
                    d += (a + d);
                    b = (((c as i32) & z[(c as usize) % z.len()]) ^ (a as i32));
                }
                n => {
                    c = c.wrapping_add(n);
                    if (c & 3 == 1) {
                        c ^= 0x55;
                        y[i] = a - d;
                        w[i] = b ^ (c as i32);
                        continue 'p;
                    }
                    if (c & 3 == 1 && (503i32 != z[i])) {
                        c ^= 0x55;
                        y[i] = a - d;
                        w[i] = b ^ (c as i32);
                        continue 'p;
                    }
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                }
            }
        }
        if (c & 3 == 1 || (683i32 != z[(c as usize) % z.len()])) {
            c ^= 0x55;
            y[i] = a - d;
            w[i] = b ^ (c as i32);
            continue 'p;
        }
        y[i] = a + d;
        w[i] = b ^ (c as i32);
    }
    let mut s1 = -1i32;
    for i in par(0..z.len()) {
        let b = z[i];
        let c = (i as u32).wrapping_mul(2654435769);
        w[i] = w[i] ^ s1;
        if b > TABLE[(c % 5) as usize] {
            s1 &= (c as i32).wrapping_mul((c as i32));
        }
    }
    w[0] = w[0] ^ s1;
    for i in par(0..z.len()) {
        let b = z[i];
        let c = (i as u32).wrapping_mul(2654435769);
        let mut p = Pair { low: (if (TABLE[(c % 5) as usize] & 1 == 0 && b < b) { b } else { b }), high: [(c as i32).max(664i32), (b >> 30)] };
        for t3 in 0..(c & 3) {
            p.high[(c & 1) as usize] ^= TABLE[(c % 5) as usize].wrapping_add(b);
        }
        if TABLE[(c % 5) as usize] > b {
            p = swapped(p, c);
        }
        w[i] = w[i] ^ middle(p.low, p.high[0], p.high[1]);
    }
    let mut s4 = 0i32;
    let mut s5 = -5i32;
    for i in par(0..z.len()) {
        let b = z[i];
        let c = (i as u32).wrapping_mul(2654435769);
        w[i] = w[i] ^ s4 ^ s5;
        if 142i32 != 559i32 {
            s4 ^= (c as i32).wrapping_mul(TABLE[(c % 5) as usize]);
        }
        s5 = s5.max(z[(c >> 3) as usize % z.len()].wrapping_add((c as i32)));
    }
    w[0] = w[0] ^ s4;
}

#[kernel]
pub fn random_16(x: &[f32], z: &[i32], y: &mut [f32], w: &mut [i32]) {
    'p: for i in par(0..y.len()) {
        let mut a = x[i];
        let mut b = z[i];
        let mut c = (i as u32).wrapping_mul(2654435769);
        let mut d = 0.5f32;
        let mut t1 = 0u32;
        'l1: loop {
            t1 += 1;
            if t1 > 6 { break; }
            'l2: for t2 in (0..=4u32).rev() {
                c = c.wrapping_add(t2);
                if (z[i] != z[(c as usize) % z.len()] && (c & 3 == 1 && ((if (c & 3 == 1) { x[(c as usize) % x.len()] } else { d }) < (a * 2.50f32)))) {
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                    d *= ((c as i32) as f32);
                    d *= (a + d);
                    if ((if (z[(c as usize) % z.len()] != 748i32) { a } else { 3.29f32 }) < (x[(c as usize) % x.len()] + a)) {
                        c ^= 0x55;
                        continue;
                    }
                }
            }
            if (z[i].wrapping_add(882i32) >= (d as i32)) {
                b = (b ^ 835i32).min((z[i] >> 4));
                'l3: for t3 in 0..1u32 {
                    c = c.wrapping_add(t3);
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                }
            }
            if (z[i].min(b) >= b.wrapping_add(b)) {
                c ^= 0x55;
                y[i] = a - d;
                w[i] = b ^ (c as i32);
                continue;
            }
            a = (d.abs().sqrt() / ((a / (x[i] + 3.5)) + 3.5));
        }
        match c & 7 {
            2 | 5 => {
                a = ((x[(c as usize) % x.len()] + d) + (d - d));
                b = (z[i].min(z[i]) / 7);
            }
            n @ 2..=4 if n > 2 && (z[i] != 99i32 || ((if ((c as i32) != z[(c as usize) % z.len()]) { x[i] } else { x[(c as usize) % x.len()] }) < x[i].floor())) => {
                c = c.wrapping_add(n);
                c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                a = (x[i] - x[(c as usize) % x.len()]).floor();
            }
            ..3 => {
                a = ((if (c & 3 == 1) { x[(c as usize) % x.len()] } else { x[i] }) + (2.0f32 - a));
                c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                b = (b & z[i]).wrapping_add(z[(c as usize) % z.len()].wrapping_sub(z[(c as usize) % z.len()]));
            }
            n => {
                c = c.wrapping_add(n);
                a = ((501i32 & b) as f32);
                if ((b as f32) < (a / (a + 3.5))) {
                    c ^= 0x55;
                    y[i] = a - d;
                    w[i] = b ^ (c as i32);
                    continue 'p;
                }
                if ((d / (x[i] + 3.5)) < (if (z[i].wrapping_sub(z[(c as usize) % z.len()]) >= z[(c as usize) % z.len()].wrapping_sub((c as i32))) { a } else { a })) {
                    c ^= 0x55;
                    y[i] = a - d;
                    w[i] = b ^ (c as i32);
                    continue 'p;
                }
            }
        }
        if (123i32.wrapping_sub(b) >= (c as i32).min(z[i])) {
            c = c.wrapping_mul(1664525).wrapping_add(1013904223);
            d = d.floor().floor();
        }
        y[i] = a + d;
        w[i] = b ^ (c as i32);
    }
}

#[kernel]
pub fn random_17(x: &[f32], z: &[i32], y: &mut [f32], w: &mut [i32]) {
    'p: for i in par(0..y.len()) {
        let mut a = x[i];
        let mut b = z[i];
        let mut c = (i as u32).wrapping_mul(2654435769);
        let mut d = 0.5f32;
        let mut e = [x[i], 1.5, a * 0.5, 0.25];
        let mut g = [[b, 3], [b >> 3, -1]];
        let mut p = (d, b);
        a = ((918i32 as f32) * (2.10f32 * x[i]));
        d = ((if ((111i32 / 7) >= (TABLE[(c % 5) as usize] >> 9)) { x[i] } else { e[2] }) - (a - 0.35f32));
        match c & 7 {
            2 | 5 => {
                d += (x[i] / (a + 3.5));
                b = ((p.1 & 454i32) ^ b.wrapping_add(TABLE[(c % 5) as usize]));
                c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                d = ((if (c & 3 == 1 || (d.floor() < x[i].abs().sqrt())) { x[i] } else { e[(c & 3) as usize] }) / ((z[i] as f32) + 3.5));
            }
            n @ 2..=4 if n > 2 && (b.wrapping_add(g[0][(b & 1) as usize]) >= TABLE[(c % 5) as usize].wrapping_add((c as i32))) => {
                c = c.wrapping_add(n);
                if (c & 3 == 1 && (b != 857i32)) {
                    c ^= 0x55;
                    y[i] = a - d + e[1];
                    w[i] = b ^ (c as i32) ^ g[0][1] ^ p.1;
                    continue;
                }
                b = g[0][(b & 1) as usize].min(z[i]).min((958i32 >> 2));
                d = turned(&mut e, c);
                d *= 2.16f32.floor();
            }
            ..3 => {
                if (g[(c & 1) as usize][1] != 285i32 && ((if (z[i].wrapping_mul(g[0][(b & 1) as usize]) >= (z[(c as usize) % z.len()] / 7)) { e[2] } else { a }) < e[(c & 3) as usize].floor())) {
                    c ^= 0x55;
                    y[i] = a - d + e[1];
                    w[i] = b ^ (c as i32) ^ g[0][1] ^ p.1;
                    continue 'p;
                }
                b = ((z[i] / 7) ^ (z[i] ^ b));
                d = turned(&mut e, c);
            }
            n => {
                c = c.wrapping_add(n);
                c = c.wrapping_mul(1664525).wrapping_add(1013904223);
            }
        }
        b = z[i].wrapping_mul(588i32).wrapping_add(TABLE[(c % 5) as usize].min(p.1));
        y[i] = a + d + e[1] + p.0;
        w[i] = b ^ (c as i32) ^ g[1][0] ^ p.1;
    }
    for g in par(0..z.len().div_ceil(300)) {
        let mut tile = [0i32; 300];
        for t in par(0..300) {
            let i = g * 300 + t;
            let b = z[i % z.len()];
            let c = (i as u32).wrapping_mul(2654435769);
            tile[t] = TABLE[(c % 5) as usize].wrapping_mul(TABLE[(c % 5) as usize]);
        }
        for k in 0..1usize {
            let mut old = [0i32; 300];
            for t in par(0..300) {
                old[t] = tile[t];
            }
            for t in par(0..300) {
                let i = g * 300 + t;
                let b = z[i % z.len()];
                let c = (i as u32).wrapping_mul(2654435769);
                tile[t] = old[300 - 1 - t] ^ TABLE[(c % 5) as usize].wrapping_add(z[(c >> 3) as usize % z.len()]);
            }
        }
        let mut s1 = i32::MAX;
        for t in par(0..300) {
            let i = g * 300 + t;
            let b = z[i % z.len()];
            let c = (i as u32).wrapping_mul(2654435769);
            s1 = s1.min((TABLE[(c % 5) as usize] >> 17));
        }
        for t in par(0..300) {
            let i = g * 300 + t;
            if i < w.len() {
                w[i] = w[i] ^ tile[300 - 1 - t] ^ s1;
            }
        }
    }
    let mut m2 = 1i32;
    let mut k3 = z.len();
    for i in par(0..z.len()) {
        let b = z[i];
        let c = (i as u32).wrapping_mul(2654435769);
        let v = TABLE[(c % 5) as usize].max(TABLE[(c % 5) as usize]);
        if v <= m2 {
            m2 = v;
            k3 = i;
        }
    }
    w[0] = w[0] ^ m2 ^ (k3 as i32);
    let mut s4 = 7i32;
    for i in par(0..z.len()) {
        let b = z[i];
        let c = (i as u32).wrapping_mul(2654435769);
        if b > b {
            continue;
        }
        if b != (c as i32) {
            s4 = s4.wrapping_add(TABLE[(c % 5) as usize].wrapping_add((c as i32)));
        }
    }
    w[0] = w[0] ^ s4;
}

#[kernel]
pub fn random_18(x: &[f32], z: &[i32], y: &mut [f32], w: &mut [i32]) {
    'p: for i in par(0..y.len()) {
        let mut a = x[i];
        let mut b = z[i];
        let mut c = (i as u32).wrapping_mul(2654435769);
        let mut d = 0.5f32;
        c = c.wrapping_mul(1664525).wrapping_add(1013904223);
        y[i] = a + d;
        w[i] = b ^ (c as i32);
    }
}

#[kernel]
pub fn random_19(x: &[f32], z: &[i32], y: &mut [f32], w: &mut [i32]) {
    'p: for i in par(0..y.len()) {
        let mut a = x[i];
        let mut b = z[i];
        let mut c = (i as u32).wrapping_mul(2654435769);
        let mut d = 0.5f32;
        match 7 {
            1 | 5 => {
                if ((587i32 >> 5) >= b.wrapping_sub(z[i]) || ((a - x[i]) < (x[(c as usize) % x.len()] * 3.86f32))) {
                    c ^= 0x55;
                    y[i] = a - d;
                    w[i] = b ^ (c as i32);
                    continue;
                }
                if (c & 3 == 1 && ((x[i] / (3.45f32 + 3.5)) < (x[(c as usize) % x.len()] / (a + 3.5)))) {
                    c ^= 0x55;
                    y[i] = a - d;
                    w[i] = b ^ (c as i32);
                    continue;
                }
            }
            n @ 2..=4 if n > 1 && (d.floor() < (x[(c as usize) % x.len()] - 3.68f32) || (z[(c as usize) % z.len()] != 781i32)) => {
                c = c.wrapping_add(n);
                b = 28i32.wrapping_mul(b).min((c as i32).wrapping_mul(z[(c as usize) % z.len()]));
                d += (d - d);
            }
            ..2 => {
                b = (z[(c as usize) % z.len()].min((c as i32)) & (674i32 / 7));
                b = (b.wrapping_add(z[(c as usize) % z.len()]) & ((c as i32) ^ b));
                d = ((124i32 & (c as i32)) as f32);
                c = c.wrapping_mul(1664525).wrapping_add(1013904223);
            }
            n => {
                c = c.wrapping_add(n);
                if (z[i] != z[i]) {
                    c ^= 0x55;
                    y[i] = a - d;
                    w[i] = b ^ (c as i32);
                    continue 'p;
                }
                d += ((c as i32) as f32);
                b = ((211i32 & b) >> 27);
            }
        }
        if (c & 3 == 1) {
            d *= x[(c as usize) % x.len()].abs().sqrt();
            if ((x[(c as usize) % x.len()] * x[(c as usize) % x.len()]) < (a - x[i]) || ((b as f32) < (x[(c as usize) % x.len()] + x[i]))) {
                let mut t1 = 0u32;
                'l1: loop {
                    t1 += 1;
                    if t1 > 6 { break; }
                    d *= (488i32 as f32);
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                }
            } else {
                c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                'l2: for t2 in (c & 1)..=3 {
                    c = c.wrapping_add(t2);
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                }
                b = ((z[(c as usize) % z.len()] >> 5) ^ (3i32 >> 8));
                let mut t3 = 0u32;
                'l3: loop {
                    t3 += 1;
                    if t3 > 6 { break; }
                    d = (if (((c as i32) & (c as i32)) >= (z[i] >> 30) && (847i32.wrapping_sub(z[(c as usize) % z.len()]) >= b.wrapping_add(451i32))) { (d / (a + 3.5)) } else { (if (z[i].min(z[(c as usize) % z.len()]) >= (840i32 & 57i32)) { x[i] } else { x[(c as usize) % x.len()] }) });
                }
            }
            'l4: for t4 in (u32::MAX - 5..=u32::MAX).rev().step_by(3) {
                c = c.wrapping_add(t4);
                c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                if (c & 3 == 1) {
                    c ^= 0x55;
                    y[i] = a - d;
                    w[i] = b ^ (c as i32);
                    continue 'p;
                }
                d += 3.14f32.floor();
                'l5: for t5 in 0..3u32 {
                    c = c.wrapping_add(t5);
                    b = z[i].wrapping_sub(z[(c as usize) % z.len()]).wrapping_sub(z[(c as usize) % z.len()].wrapping_mul(z[(c as usize) % z.len()]));
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                }
            }
        }
        y[i] = a + d;
        w[i] = b ^ (c as i32);
    }
    for g in par(0..z.len().div_ceil(4)) {
        let mut tile = [0i32; 4];
        for t in par(0..4) {
            let i = g * 4 + t;
            let b = z[i % z.len()];
            let c = (i as u32).wrapping_mul(2654435769);
            tile[t] = (b ^ z[(c >> 3) as usize % z.len()]);
        }
        for k in 0..2usize {
            let mut old = [0i32; 4];
            for t in par(0..4) {
                old[t] = tile[t];
            }
            for t in par(0..4) {
                let i = g * 4 + t;
                let b = z[i % z.len()];
                let c = (i as u32).wrapping_mul(2654435769);
                tile[t] = old[(t + 1) % 4] ^ (c as i32).wrapping_add(b);
            }
        }
        let mut s1 = 7i32;
        for t in par(0..4) {
            let i = g * 4 + t;
            let b = z[i % z.len()];
            let c = (i as u32).wrapping_mul(2654435769);
            s1 = s1.wrapping_add(middle(b, TABLE[(c % 5) as usize], b));
        }
        for t in par(0..4) {
            let i = g * 4 + t;
            if i < w.len() {
                w[i] = w[i] ^ tile[(t + 1) % 4] ^ s1;
            }
        }
    }
    let mut s2 = -5i32;
    for i in par(0..z.len()) {
        let b = z[i];
        let c = (i as u32).wrapping_mul(2654435769);
        w[i] = w[i] ^ s2;
        s2 = s2.max((if b != b { b } else { b }));
    }
    w[0] = w[0] ^ s2;
}

#[kernel]
pub fn random_20(x: &[f32], z: &[i32], y: &mut [f32], w: &mut [i32]) {
    'p: for i in par(0..y.len()) {
        let mut a = x[i];
        let mut b = z[i];
        let mut c = (i as u32).wrapping_mul(2654435769);
        let mut d = 0.5f32;
        let mut e = [x[i], 1.5, a * 0.5, 0.25];
        let mut g = [[b, 3], [b >> 3, -1]];
        let mut p = (d, b);
        (p.1, p.0) = (((c as i32) >> 16), (d / (2.98f32 + 3.5)));
        if (g[(c & 1) as usize][1].wrapping_add(b) >= (e[2] as i32) || (887i32 != b && (z[i] != TABLE[(c % 5) as usize]))) {
            e[(c & 3) as usize] = (if ((x[(c as usize) % x.len()] as i32) >= (z[(c as usize) % z.len()] / 7)) { d } else { d });
            c = c.wrapping_mul(1664525).wrapping_add(1013904223);
        } else {
            match c & 7 {
                2 | 5 => {
                    if ((e[(c & 3) as usize] / (e[(c & 3) as usize] + 3.5)) < (x[(c as usize) % x.len()] + e[(c & 3) as usize])) {
                        c ^= 0x55;
                        y[i] = a - d + e[1];
                        w[i] = b ^ (c as i32) ^ g[0][1] ^ p.1;
                        continue 'p;
                    }
                    b = ((b ^ 922i32) & z[i].wrapping_add(b));
                    if (z[(c as usize) % z.len()] != z[i]) {
                        c ^= 0x55;
                        y[i] = a - d + e[1];
                        w[i] = b ^ (c as i32) ^ g[0][1] ^ p.1;
                        continue;
                    }
                }
                n @ 2..=4 if n > 2 && (g[0][(b & 1) as usize] != (c as i32) || (c & 3 == 1)) => {
                    c = c.wrapping_add(n);
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                }
                ..3 => {
                    g[(b & 1) as usize][(c & 1) as usize] ^= (70i32 & 770i32);
                    g[(b & 1) as usize][(c & 1) as usize] ^= (z[(c as usize) % z.len()] / 7);
                }
                n => {
                    c = c.wrapping_add(n);
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                    (p.1, p.0) = ((349i32 & (c as i32)), 3.81f32.abs().sqrt());
                }
            }
            p = (d, z[i].wrapping_mul(b));
            'l1: for t1 in (c & 1)..=3 {
                c = c.wrapping_add(t1);
                if (d.abs().sqrt() < (g[0][(b & 1) as usize] as f32)) {
                    c ^= 0x55;
                    continue 'l1;
                }
            }
            match 7 {
                2 | 5 => {
                    g[(b & 1) as usize][(c & 1) as usize] ^= (x[(c as usize) % x.len()] as i32);
                    e[(c & 3) as usize] = 1.41f32.abs().sqrt();
                    d -= (e[2] - e[(c & 3) as usize]);
                }
                n @ 2..=4 if n > 2 && (g[0][(b & 1) as usize] != p.1) => {
                    c = c.wrapping_add(n);
                    (p.1, p.0) = ((c as i32).wrapping_mul((c as i32)), (a / (a + 3.5)));
                    b = (d.floor() as i32);
                    if ((0.56f32 - a) < (3.64f32 / (a + 3.5))) {
                        c ^= 0x55;
                        y[i] = a - d + e[1];
                        w[i] = b ^ (c as i32) ^ g[0][1] ^ p.1;
                        continue 'p;
                    }
                    d = (0.54f32.floor() - (e[2] + d));
                }
                ..3 => {
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                }
                n => {
                    c = c.wrapping_add(n);
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                    d = (d.abs().sqrt() - (1.40f32 / (x[(c as usize) % x.len()] + 3.5)));
                }
            }
        }
        y[i] = a + d + e[1] + p.0;
        w[i] = b ^ (c as i32) ^ g[1][0] ^ p.1;
    }
}

#[kernel]
pub fn random_21(x: &[f32], z: &[i32], y: &mut [f32], w: &mut [i32]) {
    'p: for i in par(0..y.len()) {
        let mut a = x[i];
        let mut b = z[i];
        let mut c = (i as u32).wrapping_mul(2654435769);
        let mut d = 0.5f32;
        let mut t1 = 0u32;
        'l1: loop {
            t1 += 1;
            if t1 > 6 { break; }
            'l2: for t2 in 0..2u32 {
                c = c.wrapping_add(t2);
                match (b as u32) & 7 {
                    0 | 5 => {
                        d = x[i].abs().sqrt().floor();
                        if (89i32 != b && ((0.77f32 + x[(c as usize) % x.len()]) < (x[(c as usize) % x.len()] / (d + 3.5)))) {
                            c ^= 0x55;
                            continue;
                        }
                    }
                    n @ 2..=4 if n > 0 && (z[i].wrapping_add(911i32) >= (z[(c as usize) % z.len()] >> 21) && (c & 3 == 1)) => {
                        c = c.wrapping_add(n);
                        a = (b as f32).floor();
                        d -= (x[i] - d);
                    }
                    ..1 => {
                        d = (0.81f32.abs().sqrt() * (x[(c as usize) % x.len()] * x[(c as usize) % x.len()]));
                        a = ((z[i] / 7) as f32);
                        c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                    }
                    n => {
                        c = c.wrapping_add(n);
                        c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                        if (c & 3 == 1 && ((x[(c as usize) % x.len()] * 0.17f32) < x[(c as usize) % x.len()].abs().sqrt())) {
                            c ^= 0x55;
                            y[i] = a - d;
                            w[i] = b ^ (c as i32);
                            continue 'p;
                        }
                        d = ((a * x[(c as usize) % x.len()]) / ((d / (1.41f32 + 3.5)) + 3.5));
                        c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                    }
                }
                if ((c as i32).wrapping_mul(z[(c as usize) % z.len()]) >= z[(c as usize) % z.len()].wrapping_sub(b)) {
                    b = (338i32.wrapping_mul(z[i]) & 424i32.wrapping_sub(b));
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                } else {
                    d = (if (c & 3 == 1) { (if (z[(c as usize) % z.len()] != 858i32 || ((z[i] & z[(c as usize) % z.len()]) >= z[i].wrapping_sub(z[i]))) { d } else { a }) } else { d.abs().sqrt() });
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                }
            }
            'l3: for t3 in 0..2u32 {
                c = c.wrapping_add(t3);
                b = ((x[i] - d) as i32);
                d -= (x[i] * 2.33f32);
                if (z[i] != z[(c as usize) % z.len()]) {
                    d += (720i32 as f32);
                    b = (((c as i32) ^ b) >> 8);
                    d *= x[i].abs().sqrt();
                } else {
                    if ((b >> 18) >= 896i32.min(82i32)) {
                        c ^= 0x55;
                        continue 'l1;
                    }
                    if (z[i] != (c as i32)) {
                        c ^= 0x55;
                        y[i] = a - d;
                        w[i] = b ^ (c as i32);
                        continue 'p;
                    }
                }
                'l4: for t4 in 0..(c & 3) {
                    c = c.wrapping_add(t4);
                    d = ((d - a) - (a * x[(c as usize) % x.len()]));
                }
            }
            'l5: for t5 in 0..1u32 {
                c = c.wrapping_add(t5);
                d *= (d / (a + 3.5));
                'l6: for t6 in (c & 1)..=3 {
                    c = c.wrapping_add(t6);
                    d = (d / (x[(c as usize) % x.len()] + 3.5)).floor();
                    d += (659i32 as f32);
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                    d = ((0.9f32 + 3.16f32) - (2.60f32 + 0.14f32));
                }
                if (z[(c as usize) % z.len()].wrapping_add(b) >= (b ^ z[(c as usize) % z.len()]) || (c & 3 == 1)) {
                    c ^= 0x55;
                    break;
                }
                let mut t7 = 0i32;
                'l7: while t7 < (b & 7) && ((3.89f32 + d) < (if ((a as i32) >= (c as i32).wrapping_sub(z[i])) { d } else { x[i] })) {
                    t7 += 1;
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                    a = ((a - a) / ((x[(c as usize) % x.len()] - a) + 3.5));
                }
            }
        }
        'l8: for t8 in 0..5u32 {
            c = c.wrapping_add(t8);
            let mut t9 = 0u32;
            'l9: loop {
                t9 += 1;
                if t9 > 6 { break; }
                if ((b ^ z[i]) >= ((c as i32) >> 30)) {
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                    a = (((c as i32) as f32) - (d - d));
                } else {
                    b = ((c as i32).wrapping_mul(z[i]) >> 26);
                    d += (a * x[i]);
                    d *= (z[i] as f32);
                    d -= (a * 2.96f32);
                }
                'l10: for t10 in 0..4u32 {
                    c = c.wrapping_add(t10);
                    b = ((if (c & 3 == 1 || ((a / (d + 3.5)) < (d / (1.38f32 + 3.5)))) { x[(c as usize) % x.len()] } else { 2.97f32 }) as i32);
                }
                'l11: for t11 in 0..(c & 3) {
                    c = c.wrapping_add(t11);
                    d = (if ((c as i32).wrapping_add(z[(c as usize) % z.len()]) >= z[i].min(z[i]) || ((c as i32) != (c as i32))) { (b as f32) } else { (x[i] + x[(c as usize) % x.len()]) });
                    b = (z[(c as usize) % z.len()].wrapping_add(b) ^ 991i32.wrapping_add(b));
                }
                'l12: for t12 in 0..(c & 3) {
                    c = c.wrapping_add(t12);
                    d += (2.24f32 + d);
                    b = ((d + d) as i32);
                    if (c & 3 == 1 || ((z[i] as f32) < (if (c & 3 == 1) { d } else { d }))) {
                        c ^= 0x55;
                        y[i] = a - d;
                        w[i] = b ^ (c as i32);
                        continue;
                    }
                }
            }
            if (c & 3 == 1) {
                c ^= 0x55;
                y[i] = a - d;
                w[i] = b ^ (c as i32);
                continue 'p;
            }
            if (c & 3 == 1 && ((625i32 & z[i]) >= (z[(c as usize) % z.len()] & z[i]) || ((z[(c as usize) % z.len()] ^ z[(c as usize) % z.len()]) >= 621i32.wrapping_add(277i32)))) {
                'l13: for t13 in (c & 1)..=3 {
                    c = c.wrapping_add(t13);
                    if ((z[i] as f32) < (x[i] + a)) {
                        c ^= 0x55;
                        continue 'l13;
                    }
                }
                'l14: for t14 in (c & 1)..=3 {
                    c = c.wrapping_add(t14);
                    a = (685i32.wrapping_add(400i32) as f32);
                    d += (d / (0.63f32 + 3.5));
                    d = (x[(c as usize) % x.len()] * x[i]).floor();
                    if ((z[i] as f32) < (x[i] + x[i]) && (z[i] != (c as i32))) {
                        c ^= 0x55;
                        y[i] = a - d;
                        w[i] = b ^ (c as i32);
                        continue 'p;
                    }
                }
            }
            d += (z[(c as usize) % z.len()] as f32);
        }
        if ((b / 7) >= 402i32.wrapping_sub(400i32)) {
            c ^= 0x55;
            y[i] = a - d;
            w[i] = b ^ (c as i32);
            continue 'p;
        }
        if ((x[(c as usize) % x.len()] / (0.9f32 + 3.5)) < (x[(c as usize) % x.len()] * x[i]) || (z[(c as usize) % z.len()].wrapping_add((c as i32)) >= (c as i32).wrapping_add(z[i]) || (z[(c as usize) % z.len()] != (c as i32)))) {
            match (b as u32) & 7 {
                1 | 5 => {
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                    d -= (x[(c as usize) % x.len()] * a);
                    b = ((z[i] >> 6) ^ b.wrapping_sub(472i32));
                    d = (if (545i32 != (c as i32)) { a.abs().sqrt() } else { 1.66f32.abs().sqrt() });
                }
                n @ 2..=4 if n > 1 && ((c as i32) != (c as i32)) => {
                    c = c.wrapping_add(n);
                    a = (if ((d + a) < x[i].floor()) { (a * 3.42f32) } else { x[i].floor() });
                }
                ..2 => {
                    d = ((x[(c as usize) % x.len()] + 2.75f32) * x[(c as usize) % x.len()].floor());
                    a = (((c as i32) >> 13) as f32);
                    d = ((x[i] + 0.93f32) / ((130i32 as f32) + 3.5));
                    if ((c as i32) != (c as i32)) {
                        c ^= 0x55;
                        y[i] = a - d;
                        w[i] = b ^ (c as i32);
                        continue 'p;
                    }
                }
                n => {
                    c = c.wrapping_add(n);
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                    a = ((x[(c as usize) % x.len()] * 2.29f32) * d.floor());
                }
            }
            'l15: for t15 in (c & 1)..=3 {
                c = c.wrapping_add(t15);
                'l16: for t16 in (1..4u32).step_by(2) {
                    c = c.wrapping_add(t16);
                    d -= (69i32 as f32);
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                }
                if ((450i32 >> 22) >= (c as i32).min((c as i32)) || ((x[i] * x[i]) < ((c as i32) as f32))) {
                    c ^= 0x55;
                    y[i] = a - d;
                    w[i] = b ^ (c as i32);
                    continue 'p;
                }
                let mut t17 = 0i32;
                'l17: while t17 < (b & 7) && (c & 3 == 1) {
                    t17 += 1;
                    d *= (x[i] * d);
                    a = x[i].abs().sqrt().abs().sqrt();
                }
            }
            d += (z[(c as usize) % z.len()] as f32);
        } else {
            c = c.wrapping_mul(1664525).wrapping_add(1013904223);
        }
        y[i] = a + d;
        w[i] = b ^ (c as i32);
    }
    for i in par(0..z.len()) {
        let b = z[i];
        let c = (i as u32).wrapping_mul(2654435769);
        let mut p = Pair { low: (b ^ 818i32), high: [(b & TABLE[(c % 5) as usize]), z[(c >> 3) as usize % z.len()].wrapping_add(TABLE[(c % 5) as usize])] };
        for t1 in 0..(c & 3) {
            p.high[(c & 1) as usize] ^= z[(c >> 3) as usize % z.len()].max(z[(c >> 3) as usize % z.len()]);
        }
        for t2 in 0..(c & 3) {
            p = swapped(p, c);
        }
        w[i] = w[i] ^ middle(p.low, p.high[0], p.high[1]);
    }
    let mut s3 = 0i32;
    let mut s4 = 0i32;
    for i in par(0..z.len()) {
        let b = z[i];
        let c = (i as u32).wrapping_mul(2654435769);
        w[i] = w[i] ^ s3 ^ s4;
        if z[(c >> 3) as usize % z.len()] > (c as i32) {
            s3 |= TABLE[(c % 5) as usize].wrapping_add(b);
        }
        for t5 in 0..(c & 3) {
            s4 ^= b.max(TABLE[(c % 5) as usize]);
        }
    }
    w[0] = w[0] ^ s3;
    let mut s6 = 0i32;
    for i in par(0..z.len()) {
        let b = z[i];
        let c = (i as u32).wrapping_mul(2654435769);
        for t8 in 0..(c & 3) {
            s6 ^= (if 129i32 != z[(c >> 3) as usize % z.len()] { 630i32 } else { 807i32 });
        }
        w[i] = w[i] ^ s6;
    }
    w[0] = w[0] ^ s6;
}

#[kernel]
pub fn random_22(x: &[f32], z: &[i32], y: &mut [f32], w: &mut [i32]) {
    'p: for i in par(0..y.len()) {
        let mut a = x[i];
        let mut b = z[i];
        let mut c = (i as u32).wrapping_mul(2654435769);
        let mut d = 0.5f32;
        c = c.wrapping_mul(1664525).wrapping_add(1013904223);
        d += a.floor();
        d -= (x[i] * d);
        y[i] = a + d;
        w[i] = b ^ (c as i32);
    }
}

#[kernel]
pub fn random_23(x: &[f32], z: &[i32], y: &mut [f32], w: &mut [i32]) {
    'p: for i in par(0..y.len()) {
        let mut a = x[i];
        let mut b = z[i];
        let mut c = (i as u32).wrapping_mul(2654435769);
        let mut d = 0.5f32;
        let mut e = [x[i], 1.5, a * 0.5, 0.25];
        let mut g = [[b, 3], [b >> 3, -1]];
        let mut p = (d, b);
        b = 222i32.wrapping_sub((c as i32)).min((x[(c as usize) % x.len()] as i32));
        if (c & 3 == 1 && (c & 3 == 1)) {
            c ^= 0x55;
            y[i] = a - d + e[1];
            w[i] = b ^ (c as i32) ^ g[0][1] ^ p.1;
            continue 'p;
        }
        p = (d, 527i32.min((c as i32)));
        match c & 7 {
            2 | 5 => {
                g[(b & 1) as usize][(c & 1) as usize] ^= (115i32 >> 4);
            }
            n @ 2..=4 if n > 2 && (((c as i32) & 999i32) >= b.wrapping_sub(z[(c as usize) % z.len()])) => {
                c = c.wrapping_add(n);
                d += d.abs().sqrt();
                a = (z[i].wrapping_mul(p.1) as f32);
                if (c & 3 == 1 || ((x[i] as i32) >= 158i32.min(866i32))) {
                    c ^= 0x55;
                    y[i] = a - d + e[1];
                    w[i] = b ^ (c as i32) ^ g[0][1] ^ p.1;
                    continue 'p;
                }
            }
            ..3 => {
                (p.1, p.0) = (669i32.wrapping_sub(z[i]), (x[(c as usize) % x.len()] * x[i]));
            }
            n => {
                c = c.wrapping_add(n);
                a = (if (z[i] != z[i]) { x[(c as usize) % x.len()].floor() } else { (x[i] + e[2]) });
                b = (z[(c as usize) % z.len()] & 784i32).min((x[(c as usize) % x.len()] as i32));
                e[1] += x[(c as usize) % x.len()].abs().sqrt();
                c = c.wrapping_mul(1664525).wrapping_add(1013904223);
            }
        }
        y[i] = a + d + e[1] + p.0;
        w[i] = b ^ (c as i32) ^ g[1][0] ^ p.1;
    }
    let mut s1 = -5i32;
    let mut s2 = 0i32;
    for i in par(0..z.len()) {
        let b = z[i];
        let c = (i as u32).wrapping_mul(2654435769);
        for t3 in 0..(c & 3) {
            s1 = s1.max(middle(b, b, b));
        }
        for t4 in 0..(c & 3) {
            s2 ^= (355i32 >> 30);
        }
        w[i] = w[i] ^ s1 ^ s2;
    }
    w[0] = w[0] ^ s1;
}

#[kernel]
pub fn random_24(x: &[f32], z: &[i32], y: &mut [f32], w: &mut [i32]) {
    'p: for i in par(0..y.len()) {
        let mut a = x[i];
        let mut b = z[i];
        let mut c = (i as u32).wrapping_mul(2654435769);
        let mut d = 0.5f32;
        match 7 {
            2 | 5 => {
                d -= (a - a);
                if (z[(c as usize) % z.len()].wrapping_add(b) >= z[i].min(z[(c as usize) % z.len()])) {
                    c ^= 0x55;
                    y[i] = a - d;
                    w[i] = b ^ (c as i32);
                    continue 'p;
                }
                c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                c = c.wrapping_mul(1664525).wrapping_add(1013904223);
            }
            n @ 2..=4 if n > 2 && (c & 3 == 1) => {
                c = c.wrapping_add(n);
                d = ((2.58f32 + x[(c as usize) % x.len()]) + (d + d));
            }
            ..3 => {
                if ((b as f32) < (d + 0.76f32)) {
                    c ^= 0x55;
                    y[i] = a - d;
                    w[i] = b ^ (c as i32);
                    continue;
                }
                b = (b.wrapping_sub(z[i]) / 7);
            }
            n => {
                c = c.wrapping_add(n);
                b = (z[i].wrapping_sub(z[i]) / 7);
                d *= (d - x[i]);
            }
        }
        y[i] = a + d;
        w[i] = b ^ (c as i32);
    }
}

#[kernel]
pub fn random_25(x: &[f32], z: &[i32], y: &mut [f32], w: &mut [i32]) {
    'p: for i in par(0..y.len()) {
        let mut a = x[i];
        let mut b = z[i];
        let mut c = (i as u32).wrapping_mul(2654435769);
        let mut d = 0.5f32;
        'l1: for t1 in (0..c & 3).rev() {
            c = c.wrapping_add(t1);
            c = c.wrapping_mul(1664525).wrapping_add(1013904223);
            'l2: for t2 in 0..3u32 {
                c = c.wrapping_add(t2);
                d = ((a * x[(c as usize) % x.len()]) * (z[i] as f32));
                let mut t3 = 0u32;
                'l3: loop {
                    t3 += 1;
                    if t3 > 6 { break; }
                    d += (a - x[i]);
                }
                if (x[i].floor() < (a / (x[i] + 3.5))) {
                    c ^= 0x55;
                    break;
                }
            }
        }
        let mut t4 = 0u32;
        'l4: loop {
            t4 += 1;
            if t4 > 6 { break; }
            'l5: for t5 in (0..=4u32).rev() {
                c = c.wrapping_add(t5);
                d -= (x[(c as usize) % x.len()] + x[(c as usize) % x.len()]);
                b = ((z[(c as usize) % z.len()] >> 22) & ((c as i32) / 7));
                let mut t6 = 0u32;
                'l6: loop {
                    t6 += 1;
                    if t6 > 6 { break; }
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                }
            }
            if (c & 3 == 1 && (743i32.wrapping_sub(z[i]) >= z[i].wrapping_mul(715i32))) {
                d -= a.floor();
                c = c.wrapping_mul(1664525).wrapping_add(1013904223);
            } else {
                if (b != b) {
                    c ^= 0x55;
                    break;
                }
                a = (if (c & 3 == 1 || (c & 3 == 1)) { (z[(c as usize) % z.len()] as f32) } else { (if (((c as i32) & (c as i32)) >= 835i32.wrapping_add(z[i])) { d } else { 3.22f32 }) });
                'l7: for t7 in 0..4u32 {
                    c = c.wrapping_add(t7);
                    d += d.abs().sqrt();
                }
            }
            let mut t8 = 0i32;
            'l8: while t8 < (b & 7) && (c & 3 == 1) {
                t8 += 1;
                c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                if (d.floor() < 3.59f32.abs().sqrt() && (d.abs().sqrt() < (x[(c as usize) % x.len()] * x[(c as usize) % x.len()]) || (1.15f32.abs().sqrt() < (x[(c as usize) % x.len()] + x[(c as usize) % x.len()])))) {
                    if (c & 3 == 1) {
                        c ^= 0x55;
                        continue;
                    }
                    d -= 3.40f32.abs().sqrt();
                    if (c & 3 == 1 && (a.floor() < (494i32 as f32))) {
                        c ^= 0x55;
                        break;
                    }
                } else {
                    b = (z[(c as usize) % z.len()] / 7).wrapping_sub(b.wrapping_add(z[i]));
                }
                'l9: for t9 in (0..c & 3).rev() {
                    c = c.wrapping_add(t9);
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                    d += (if (c & 3 == 1) { x[(c as usize) % x.len()] } else { x[i] });
                    if ((c as i32).wrapping_add(z[i]) >= 796i32.wrapping_sub(b)) {
                        c ^= 0x55;
                        continue;
                    }
                }
            }
            'l10: for t10 in (0..c & 3).rev() {
                c = c.wrapping_add(t10);
                d -= x[i].floor();
                if (931i32.wrapping_add(z[i]) >= (z[i] & b) && (c & 3 == 1)) {
                    c ^= 0x55;
                    y[i] = a - d;
                    w[i] = b ^ (c as i32);
                    continue 'p;
                }
                d = (d.floor() + (if (z[i].min(z[i]) >= (z[(c as usize) % z.len()] / 7)) { x[i] } else { d }));
            }
        }
        y[i] = a + d;
        w[i] = b ^ (c as i32);
    }
    for i in par(0..z.len()) {
        let b = z[i];
        let c = (i as u32).wrapping_mul(2654435769);
        let mut p = Pair { low: (if (c as i32) != (c as i32) { (c as i32) } else { TABLE[(c % 5) as usize] }), high: [middle(z[(c >> 3) as usize % z.len()], z[(c >> 3) as usize % z.len()], b), 615i32.max((c as i32))] };
        p.high[(c & 1) as usize] ^= 752i32.wrapping_mul(z[(c >> 3) as usize % z.len()]);
        for t1 in 0..(c & 3) {
            p = swapped(p, c);
        }
        w[i] = w[i] ^ middle(p.low, p.high[0], p.high[1]);
    }
    for i in par(0..z.len()) {
        let b = z[i];
        let c = (i as u32).wrapping_mul(2654435769);
        let mut p = Pair { low: (c as i32).wrapping_mul((c as i32)), high: [(c as i32).max(z[(c >> 3) as usize % z.len()]), z[(c >> 3) as usize % z.len()].max(b)] };
        if b != b {
            p.high[(c & 1) as usize] ^= (z[(c >> 3) as usize % z.len()] & 917i32);
        }
        for t2 in 0..(c & 3) {
            p = swapped(p, c);
        }
        w[i] = w[i] ^ middle(p.low, p.high[0], p.high[1]);
    }
}

#[kernel]
pub fn random_26(x: &[f32], z: &[i32], y: &mut [f32], w: &mut [i32]) {
    'p: for i in par(0..y.len()) {
        let mut a = x[i];
        let mut b = z[i];
        let mut c = (i as u32).wrapping_mul(2654435769);
        let mut d = 0.5f32;
        let mut e = [x[i], 1.5, a * 0.5, 0.25];
        let mut g = [[b, 3], [b >> 3, -1]];
        let mut p = (d, b);
        d += x[(c as usize) % x.len()].floor();
        c = c.wrapping_mul(1664525).wrapping_add(1013904223);
        y[i] = a + d + e[1] + p.0;
        w[i] = b ^ (c as i32) ^ g[1][0] ^ p.1;
    }
}

#[kernel]
pub fn random_27(x: &[f32], z: &[i32], y: &mut [f32], w: &mut [i32]) {
    'p: for i in par(0..y.len()) {
        let mut a = x[i];
        let mut b = z[i];
        let mut c = (i as u32).wrapping_mul(2654435769);
        let mut d = 0.5f32;
        'l1: for t1 in (c & 1)..=3 {
            c = c.wrapping_add(t1);
            'l2: for t2 in 0..=4u32 {
                c = c.wrapping_add(t2);
                if (c & 3 == 1 && (z[(c as usize) % z.len()].min(z[i]) >= (31i32 >> 9))) {
                    c ^= 0x55;
                    break 'l1;
                }
                let mut t3 = 0i32;
                'l3: while t3 < (b & 7) && ((x[i] + x[(c as usize) % x.len()]) < x[(c as usize) % x.len()].abs().sqrt() && (b != z[(c as usize) % z.len()])) {
                    t3 += 1;
                    if (648i32 != z[i] || ((x[i] as i32) >= z[(c as usize) % z.len()].wrapping_add((c as i32)))) {
                        c ^= 0x55;
                        y[i] = a - d;
                        w[i] = b ^ (c as i32);
                        continue;
                    }
                    b = ((z[(c as usize) % z.len()] / 7) / 7);
                }
                let mut t4 = 0u32;
                'l4: loop {
                    t4 += 1;
                    if t4 > 6 { break; }
                    a = (if (c & 3 == 1 && ((585i32 >> 3) >= b.wrapping_add(z[i]))) { (x[i] + d) } else { (d - x[(c as usize) % x.len()]) });
                }
            }
            'l5: for t5 in (0..c & 3).rev() {
                c = c.wrapping_add(t5);
                b = z[i].wrapping_mul(z[i]).min(369i32.wrapping_add((c as i32)));
            }
            'l6: for t6 in 0..(c & 3) {
                c = c.wrapping_add(t6);
                match 7 {
                    1 | 5 => {
                        c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                    }
                    n @ 2..=4 if n > 1 && (c & 3 == 1) => {
                        c = c.wrapping_add(n);
                        b = 421i32.min(472i32).wrapping_add((z[i] & 425i32));
                        c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                        d *= (x[(c as usize) % x.len()] - x[i]);
                        if (z[(c as usize) % z.len()] != b || (245i32 != 105i32)) {
                            c ^= 0x55;
                            break;
                        }
                    }
                    ..2 => {
                        b = ((b ^ z[i]) & (z[(c as usize) % z.len()] >> 3));
                    }
                    n => {
                        c = c.wrapping_add(n);
                        b = ((495i32 / 7) & b.wrapping_add((c as i32)));
                    }
                }
                c = c.wrapping_mul(1664525).wrapping_add(1013904223);
            }
        }
        y[i] = a + d;
        w[i] = b ^ (c as i32);
    }
    let mut m1 = 16i32;
    let mut k2 = z.len();
    for i in par(0..z.len()) {
        let b = z[i];
        let c = (i as u32).wrapping_mul(2654435769);
        let v = z[(c >> 3) as usize % z.len()].wrapping_add(b);
        if v > m1 {
            m1 = v;
            k2 = i;
        }
    }
    w[0] = w[0] ^ m1 ^ (k2 as i32);
}

#[kernel]
pub fn random_28(x: &[f32], z: &[i32], y: &mut [f32], w: &mut [i32]) {
    'p: for i in par(0..y.len()) {
        let mut a = x[i];
        let mut b = z[i];
        let mut c = (i as u32).wrapping_mul(2654435769);
        let mut d = 0.5f32;
        a = ((z[i] / 7) as f32);
        match 7 {
            2 | 5 => {
                if ((2.1f32 / (a + 3.5)) < (1.94f32 + d)) {
                    c ^= 0x55;
                    y[i] = a - d;
                    w[i] = b ^ (c as i32);
                    continue 'p;
                }
                b = ((b >> 26) / 7);
            }
            n @ 2..=4 if n > 2 && ((c as i32).min(z[(c as usize) % z.len()]) >= ((c as i32) ^ z[i]) || ((2.67f32 - x[i]) < x[(c as usize) % x.len()].floor())) => {
                c = c.wrapping_add(n);
                d -= (x[i] / (x[i] + 3.5));
                a = ((a / (x[i] + 3.5)) + a.floor());
                d = ((d - x[(c as usize) % x.len()]) * (a + x[i]));
            }
            ..3 => {
                c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                if ((2.76f32 / (x[i] + 3.5)) < (if (z[i] != b) { 2.93f32 } else { x[(c as usize) % x.len()] })) {
                    c ^= 0x55;
                    y[i] = a - d;
                    w[i] = b ^ (c as i32);
                    continue 'p;
                }
            }
            n => {
                c = c.wrapping_add(n);
                c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                if (c & 3 == 1 || (c & 3 == 1)) {
                    c ^= 0x55;
                    y[i] = a - d;
                    w[i] = b ^ (c as i32);
                    continue 'p;
                }
                a = (x[i].floor() + (x[i] - d));
            }
        }
        match 7 {
            0 | 5 => {
                if ((c as i32) != b) {
                    c ^= 0x55;
                    y[i] = a - d;
                    w[i] = b ^ (c as i32);
                    continue 'p;
                }
                if (z[i].wrapping_add(z[i]) >= b.wrapping_mul(z[(c as usize) % z.len()]) && (c & 3 == 1)) {
                    c ^= 0x55;
                    y[i] = a - d;
                    w[i] = b ^ (c as i32);
                    continue 'p;
                }
            }
            n @ 2..=4 if n > 0 && (c & 3 == 1) => {
                c = c.wrapping_add(n);
                b = (892i32 & (c as i32)).wrapping_sub((z[i] ^ 518i32));
                b = z[i].wrapping_mul(b).min(100i32.wrapping_mul(z[(c as usize) % z.len()]));
            }
            ..1 => {
                if ((if (d.abs().sqrt() < (2.78f32 / (a + 3.5))) { a } else { a }) < (if (((c as i32) ^ (c as i32)) >= b.wrapping_sub(z[i])) { a } else { x[(c as usize) % x.len()] })) {
                    c ^= 0x55;
                    y[i] = a - d;
                    w[i] = b ^ (c as i32);
                    continue 'p;
                }
                if (c & 3 == 1) {
                    c ^= 0x55;
                    y[i] = a - d;
                    w[i] = b ^ (c as i32);
                    continue 'p;
                }
                b = ((c as i32) & b).min((a as i32));
                b = z[i].wrapping_add((c as i32)).wrapping_add((z[i] >> 8));
            }
            n => {
                c = c.wrapping_add(n);
                if (c & 3 == 1) {
                    c ^= 0x55;
                    y[i] = a - d;
                    w[i] = b ^ (c as i32);
                    continue;
                }
                d += (z[i] as f32);
                a = (if (c & 3 == 1) { d } else { x[i] }).abs().sqrt();
                d -= (x[(c as usize) % x.len()] * a);
            }
        }
        y[i] = a + d;
        w[i] = b ^ (c as i32);
    }
}

#[kernel]
pub fn random_29(x: &[f32], z: &[i32], y: &mut [f32], w: &mut [i32]) {
    'p: for i in par(0..y.len()) {
        let mut a = x[i];
        let mut b = z[i];
        let mut c = (i as u32).wrapping_mul(2654435769);
        let mut d = 0.5f32;
        let mut e = [x[i], 1.5, a * 0.5, 0.25];
        let mut g = [[b, 3], [b >> 3, -1]];
        let mut p = (d, b);
        g[(b & 1) as usize][(c & 1) as usize] ^= (b ^ p.1);
        let mut t1 = 0i32;
        'l1: while t1 < (b & 7) && (z[(c as usize) % z.len()].wrapping_mul((c as i32)) >= (z[(c as usize) % z.len()] / 7) && ((554i32 & p.1) >= TABLE[(c % 5) as usize].min(z[(c as usize) % z.len()]))) {
            t1 += 1;
            if (p.1.min((c as i32)) >= TABLE[(c % 5) as usize].wrapping_add(g[0][(b & 1) as usize])) {
                if (c & 3 == 1) {
                    (p.1, p.0) = ((z[i] ^ (c as i32)), (0.95f32 - a));
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                    d = ((p.0 * x[(c as usize) % x.len()]) + (p.1 as f32));
                }
                let mut t2 = 0i32;
                'l2: while t2 < (b & 7) && (x[(c as usize) % x.len()].abs().sqrt() < p.0.abs().sqrt() || ((e[(c & 3) as usize] as i32) >= ((c as i32) ^ TABLE[(c % 5) as usize]))) {
                    t2 += 1;
                    a = (if (c & 3 == 1 && (z[i] != TABLE[(c % 5) as usize])) { e[(c & 3) as usize] } else { x[(c as usize) % x.len()] }).abs().sqrt();
                    b = z[(c as usize) % z.len()].wrapping_sub(b).min(p.1.min(TABLE[(c % 5) as usize]));
                }
                if (c & 3 == 1 && (TABLE[(c % 5) as usize] != b)) {
                    d = turned(&mut e, c);
                    e[(c & 3) as usize] = ((c as i32) as f32);
                }
                if (c & 3 == 1 && ((x[(c as usize) % x.len()] / (d + 3.5)) < (x[(c as usize) % x.len()] / (x[(c as usize) % x.len()] + 3.5)) && (g[(c & 1) as usize][1] != z[i]))) {
                    if (c & 3 == 1) {
                        c ^= 0x55;
                        break 'l1;
                    }
                    b = b.wrapping_sub((c as i32)).min(z[i].wrapping_add(g[(c & 1) as usize][1]));
                    (p.1, p.0) = ((g[0][(b & 1) as usize] & (c as i32)), x[i].abs().sqrt());
                    d *= (x[i] - d);
                } else {
                    e[(c & 3) as usize] = d.abs().sqrt();
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                    if (z[i] != g[(c & 1) as usize][1]) {
                        c ^= 0x55;
                        y[i] = a - d + e[1];
                        w[i] = b ^ (c as i32) ^ g[0][1] ^ p.1;
                        continue 'p;
                    }
                    e[(c & 3) as usize] = (0.76f32 * d);
                }
            }
            let mut t3 = 0i32;
            'l3: while t3 < (b & 7) && (p.1.wrapping_add(z[(c as usize) % z.len()]) >= (TABLE[(c % 5) as usize] >> 18) || (c & 3 == 1)) {
                t3 += 1;
                match 7 {
                    1 | 5 => {
                        c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                        p = (d, (z[(c as usize) % z.len()] & (c as i32)));
                    }
                    n @ 2..=4 if n > 1 && ((p.1 >> 8) >= (d as i32)) => {
                        c = c.wrapping_add(n);
                        if ((x[(c as usize) % x.len()] - 0.53f32) < (if (141i32.wrapping_sub((c as i32)) >= b.min(z[i])) { d } else { d }) || (((c as i32) / 7) >= z[(c as usize) % z.len()].wrapping_add(TABLE[(c % 5) as usize]))) {
                            c ^= 0x55;
                            break;
                        }
                    }
                    ..2 => {
                        c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                        c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                        d = ((p.0 - p.0) / ((p.0 + e[(c & 3) as usize]) + 3.5));
                        d = turned(&mut e, c);
                    }
                    n => {
                        c = c.wrapping_add(n);
                        g[(b & 1) as usize][(c & 1) as usize] ^= z[(c as usize) % z.len()].min(g[(c & 1) as usize][1]);
                        if (c & 3 == 1) {
                            c ^= 0x55;
                            continue 'l1;
                        }
                        if (503i32.wrapping_add(g[0][(b & 1) as usize]) >= (a as i32) || (c & 3 == 1)) {
                            c ^= 0x55;
                            break;
                        }
                    }
                }
                if ((TABLE[(c % 5) as usize] >> 12) >= g[(c & 1) as usize][1].wrapping_mul(b)) {
                    c ^= 0x55;
                    continue;
                }
                if (c & 3 == 1 && (z[i].wrapping_sub(434i32) >= p.1.min(z[i]))) {
                    d = ((d * p.0) / (d.abs().sqrt() + 3.5));
                    a = ((if (g[0][(b & 1) as usize] != z[(c as usize) % z.len()]) { 3.99f32 } else { d }) + (257i32 as f32));
                } else {
                    d *= (e[2] * e[(c & 3) as usize]);
                    d += (d - x[(c as usize) % x.len()]);
                    d *= (a + e[(c & 3) as usize]);
                    b = ((z[(c as usize) % z.len()] as f32) as i32);
                }
            }
        }
        e[(c & 3) as usize] = (if (c & 3 == 1) { x[(c as usize) % x.len()] } else { x[i] });
        match (b as u32) & 7 {
            2 | 5 => {
                c = c.wrapping_mul(1664525).wrapping_add(1013904223);
            }
            n @ 2..=4 if n > 2 && (c & 3 == 1 || ((2.9f32 + a) < (b as f32))) => {
                c = c.wrapping_add(n);
                b = (b.wrapping_mul(z[i]) >> 18);
            }
            ..3 => {
                d *= (if ((if ((c as i32) != g[(c & 1) as usize][1] || (z[i] != p.1)) { a } else { e[2] }) < (x[i] / (p.0 + 3.5))) { x[i] } else { d });
                c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                if (c & 3 == 1 && (z[i] != TABLE[(c % 5) as usize])) {
                    c ^= 0x55;
                    y[i] = a - d + e[1];
                    w[i] = b ^ (c as i32) ^ g[0][1] ^ p.1;
                    continue 'p;
                }
            }
            n => {
                c = c.wrapping_add(n);
                b = (z[(c as usize) % z.len()].wrapping_sub(451i32) ^ p.1.wrapping_sub(z[i]));
            }
        }
        y[i] = a + d + e[1] + p.0;
        w[i] = b ^ (c as i32) ^ g[1][0] ^ p.1;
    }
     {
        let (a1, a2) = w.split_at_mut(z.len() / 2);
        for i in par(0..a1.len()) {
            let t = a1[i];
            a1[i] = a2[i] ^ z[i];
            a2[i] = t;
        }
    }
    for g in par(0..z.len().div_ceil(48)) {
        let mut tile = [0i32; 48];
        for t in par(0..48) {
            let i = g * 48 + t;
            let b = z[i % z.len()];
            let c = (i as u32).wrapping_mul(2654435769);
            tile[t] = middle((c as i32), z[(c >> 3) as usize % z.len()], b);
        }
        for k in 0..1usize {
            let mut old = [0i32; 48];
            for t in par(0..48) {
                old[t] = tile[t];
            }
            for t in par(0..48) {
                let i = g * 48 + t;
                let b = z[i % z.len()];
                let c = (i as u32).wrapping_mul(2654435769);
                tile[t] = old[48 - 1 - t] ^ z[(c >> 3) as usize % z.len()].wrapping_add(b);
            }
        }
        let mut s3 = 0i32;
        for t in par(0..48) {
            let i = g * 48 + t;
            let b = z[i % z.len()];
            let c = (i as u32).wrapping_mul(2654435769);
            s3 |= TABLE[(c % 5) as usize].wrapping_add((c as i32));
        }
        for t in par(0..48) {
            let i = g * 48 + t;
            if i < w.len() {
                w[i] = w[i] ^ tile[48 - 1 - t] ^ s3;
            }
        }
    }
}

#[kernel]
pub fn random_30(x: &[f32], z: &[i32], y: &mut [f32], w: &mut [i32]) {
    'p: for i in par(0..y.len()) {
        let mut a = x[i];
        let mut b = z[i];
        let mut c = (i as u32).wrapping_mul(2654435769);
        let mut d = 0.5f32;
        b = z[i].wrapping_add((c as i32)).wrapping_add(912i32.wrapping_sub((c as i32)));
        c = c.wrapping_mul(1664525).wrapping_add(1013904223);
        y[i] = a + d;
        w[i] = b ^ (c as i32);
    }
}

#[kernel]
pub fn random_31(x: &[f32], z: &[i32], y: &mut [f32], w: &mut [i32]) {
    'p: for i in par(0..y.len()) {
        let mut a = x[i];
        let mut b = z[i];
        let mut c = (i as u32).wrapping_mul(2654435769);
        let mut d = 0.5f32;
        'l1: for t1 in 0..2u32 {
            c = c.wrapping_add(t1);
            'l2: for t2 in (u32::MAX - 4..=u32::MAX).rev().step_by(2) {
                c = c.wrapping_add(t2);
                if ((z[i] >> 23) >= (c as i32).wrapping_mul(z[(c as usize) % z.len()]) || (z[i] != (c as i32))) {
                    c ^= 0x55;
                    continue;
                }
            }
            if (3.62f32.floor() < a.abs().sqrt()) {
                if (c & 3 == 1) {
                    c ^= 0x55;
                    break 'l1;
                }
                'l3: for t3 in 0..2u32 {
                    c = c.wrapping_add(t3);
                    if (c & 3 == 1 && (z[i] != z[(c as usize) % z.len()])) {
                        c ^= 0x55;
                        y[i] = a - d;
                        w[i] = b ^ (c as i32);
                        continue;
                    }
                }
                let mut t4 = 0i32;
                'l4: while t4 < (b & 7) && (z[(c as usize) % z.len()] != b) {
                    t4 += 1;
                    d -= (x[(c as usize) % x.len()] + 0.78f32);
                }
                if ((d - d) < (x[i] + d) && (b.wrapping_sub((c as i32)) >= (z[i] >> 27) || (c & 3 == 1))) {
                    b = ((0.78f32 * x[(c as usize) % x.len()]) as i32);
                    a = ((x[i] / (a + 3.5)) - (d / (3.39f32 + 3.5)));
                    if (178i32 != 947i32 && (c & 3 == 1)) {
                        c ^= 0x55;
                        break 'l1;
                    }
                }
            } else {
                b = (300i32 / 7).wrapping_mul((c as i32).min((c as i32)));
            }
            b = ((x[(c as usize) % x.len()] as i32) ^ z[i].min(z[i]));
            c = c.wrapping_mul(1664525).wrapping_add(1013904223);
        }
        if (548i32 != (c as i32) && (c & 3 == 1 && (13i32 != z[(c as usize) % z.len()]))) {
            d -= a.abs().sqrt();
            match 7 {
                1 | 5 => {
                    a = (z[(c as usize) % z.len()] as f32).abs().sqrt();
                    b = ((b / 7) >> 22);
                }
                n @ 2..=4 if n > 1 && (c & 3 == 1 && ((if ((938i32 & (c as i32)) >= (z[(c as usize) % z.len()] & z[(c as usize) % z.len()])) { 1.95f32 } else { d }) < d.abs().sqrt())) => {
                    c = c.wrapping_add(n);
                    b = b.wrapping_sub((c as i32)).min((d as i32));
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                    d = (x[i] / (x[(c as usize) % x.len()] + 3.5)).floor();
                    d = ((668i32 as f32) * a.floor());
                }
                ..2 => {
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                    if (c & 3 == 1) {
                        c ^= 0x55;
                        y[i] = a - d;
                        w[i] = b ^ (c as i32);
                        continue;
                    }
                    d -= (3.87f32 - a);
                    b = (x[i] as i32).wrapping_sub(437i32.wrapping_mul(z[i]));
                }
                n => {
                    c = c.wrapping_add(n);
                    d -= a.abs().sqrt();
                    b = ((b ^ z[(c as usize) % z.len()]) & (z[i] >> 1));
                    d = ((z[(c as usize) % z.len()] as f32) + 0.86f32.floor());
                    b = ((a / (1.74f32 + 3.5)) as i32);
                }
            }
            if ((d / (a + 3.5)) < (d + x[i]) && ((a * 0.69f32) < (a + 2.90f32))) {
                d = ((if ((d as i32) >= z[(c as usize) % z.len()].wrapping_add(b)) { a } else { d }) - (b as f32));
                c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                d -= (3.45f32 - x[(c as usize) % x.len()]);
                match c & 7 {
                    0 | 5 => {
                        c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                        if ((281i32 ^ z[(c as usize) % z.len()]) >= (x[i] as i32)) {
                            c ^= 0x55;
                            y[i] = a - d;
                            w[i] = b ^ (c as i32);
                            continue 'p;
                        }
                        a = ((x[i] * x[i]) - (if (c & 3 == 1) { x[i] } else { x[i] }));
                        c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                    }
                    n @ 2..=4 if n > 0 && (a.floor() < (z[i] as f32) || (((c as i32) / 7) >= z[i].min(b))) => {
                        c = c.wrapping_add(n);
                        if ((a + x[(c as usize) % x.len()]) < (if (0.21f32.floor() < (a * 2.24f32)) { a } else { x[i] })) {
                            c ^= 0x55;
                            y[i] = a - d;
                            w[i] = b ^ (c as i32);
                            continue;
                        }
                        d = ((if (809i32 != (c as i32)) { x[(c as usize) % x.len()] } else { 2.85f32 }) - (0.16f32 * a));
                        if (z[i] != (c as i32) && (c & 3 == 1)) {
                            c ^= 0x55;
                            y[i] = a - d;
                            w[i] = b ^ (c as i32);
                            continue 'p;
                        }
                        d = ((x[i] - x[(c as usize) % x.len()]) * (2.9f32 - x[i]));
                    }
                    ..1 => {
                        b = ((3.46f32 as i32) >> 13);
                        d = (3.48f32.abs().sqrt() * (if (z[i].wrapping_add(b) >= b.wrapping_sub(z[(c as usize) % z.len()]) && (b.wrapping_add(z[i]) >= ((c as i32) >> 14))) { x[i] } else { 2.77f32 }));
                        c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                    }
                    n => {
                        c = c.wrapping_add(n);
                        c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                        b = (b.wrapping_mul((c as i32)) >> 8);
                    }
                }
            } else {
                d = ((d - x[(c as usize) % x.len()]) / ((a - a) + 3.5));
                if ((c as i32).wrapping_sub(b) >= (z[(c as usize) % z.len()] / 7) && (253i32 != z[(c as usize) % z.len()] && ((x[(c as usize) % x.len()] - x[(c as usize) % x.len()]) < ((c as i32) as f32)))) {
                    if ((x[(c as usize) % x.len()] / (2.91f32 + 3.5)) < (if (d.abs().sqrt() < (x[i] * x[i])) { d } else { x[i] })) {
                        c ^= 0x55;
                        y[i] = a - d;
                        w[i] = b ^ (c as i32);
                        continue 'p;
                    }
                    a = ((c as i32).wrapping_mul(z[i]) as f32);
                    if ((504i32 ^ z[i]) >= z[i].wrapping_mul((c as i32)) || ((z[(c as usize) % z.len()] ^ (c as i32)) >= (820i32 ^ z[i]))) {
                        c ^= 0x55;
                        y[i] = a - d;
                        w[i] = b ^ (c as i32);
                        continue;
                    }
                }
                let mut t5 = 0u32;
                'l5: loop {
                    t5 += 1;
                    if t5 > 6 { break; }
                    b = ((c as i32) ^ z[(c as usize) % z.len()]).wrapping_add((513i32 >> 0));
                    a = (if (z[(c as usize) % z.len()] != z[i] || (((c as i32) ^ 199i32) >= 452i32.min(z[(c as usize) % z.len()]))) { (if (z[(c as usize) % z.len()] != z[i]) { d } else { d }) } else { (if (z[i] != z[(c as usize) % z.len()] || ((x[(c as usize) % x.len()] as i32) >= (b >> 26))) { a } else { 1.14f32 }) });
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                    a = (d - d).floor();
                }
                if ((z[i] as f32) < (if ((c as i32).wrapping_sub(b) >= b.min(623i32) || ((1.45f32 as i32) >= (z[(c as usize) % z.len()] / 7))) { a } else { 2.80f32 }) || (b.wrapping_sub(b) >= (728i32 ^ z[(c as usize) % z.len()]) || ((c as i32).wrapping_mul(828i32) >= (b & z[i])))) {
                    b = ((d as i32) / 7);
                    if ((if ((c as i32) != (c as i32)) { x[i] } else { x[i] }) < (a * d) || (544i32 != z[(c as usize) % z.len()])) {
                        c ^= 0x55;
                        y[i] = a - d;
                        w[i] = b ^ (c as i32);
                        continue 'p;
                    }
                    if (c & 3 == 1 && ((z[i] & b) >= z[i].wrapping_add((c as i32)))) {
                        c ^= 0x55;
                        y[i] = a - d;
                        w[i] = b ^ (c as i32);
                        continue 'p;
                    }
                    a = ((162i32 as f32) - 2.67f32.abs().sqrt());
                }
            }
        }
        y[i] = a + d;
        w[i] = b ^ (c as i32);
    }
    let mut s1 = 0i32;
    for i in par(0..z.len()) {
        let b = z[i];
        let c = (i as u32).wrapping_mul(2654435769);
        if 161i32 > b {
            continue;
        }
        s1 |= (TABLE[(c % 5) as usize] >> 6);
    }
    w[0] = w[0] ^ s1;
    let mut u2 = vec![Pair { low: 3, high: [5, 7] }; z.len()];
    for i in par(0..z.len()) {
        let b = z[i];
        let c = (i as u32).wrapping_mul(2654435769);
        if TABLE[(c % 5) as usize] > 412i32 {
            u2[i] = Pair { low: (957i32 ^ b), high: [b, b.wrapping_add(z[(c >> 3) as usize % z.len()])] };
        }
    }
    for i in par(0..z.len()) {
        let b = z[i];
        let c = (i as u32).wrapping_mul(2654435769);
        w[i] = w[i] ^ u2[(c >> 2) as usize % z.len()].high[1];
    }
    for g in par(0..z.len().div_ceil(4)) {
        let mut tile = [0i32; 4];
        for t in par(0..4) {
            let i = g * 4 + t;
            let b = z[i % z.len()];
            let c = (i as u32).wrapping_mul(2654435769);
            tile[t] = (if (z[(c >> 3) as usize % z.len()] & 1 == 0 && b < b) { b } else { b });
        }
        let mut s3 = 0i32;
        for t in par(0..4) {
            let i = g * 4 + t;
            let b = z[i % z.len()];
            let c = (i as u32).wrapping_mul(2654435769);
            s3 |= (b & 575i32);
        }
        for t in par(0..4) {
            let i = g * 4 + t;
            if i < w.len() {
                w[i] = w[i] ^ tile[4 - 1 - t] ^ s3;
            }
        }
    }
}

#[kernel]
pub fn random_32(x: &[f32], z: &[i32], y: &mut [f32], w: &mut [i32]) {
    'p: for i in par(0..y.len()) {
        let mut a = x[i];
        let mut b = z[i];
        let mut c = (i as u32).wrapping_mul(2654435769);
        let mut d = 0.5f32;
        let mut e = [x[i], 1.5, a * 0.5, 0.25];
        let mut g = [[b, 3], [b >> 3, -1]];
        let mut p = (d, b);
        'l1: for t1 in (u32::MAX - 1..=u32::MAX).rev().step_by(1) {
            c = c.wrapping_add(t1);
            a = (((c as i32) ^ 402i32) as f32);
            'l2: for t2 in (u32::MAX - 2..=u32::MAX).rev().step_by(2) {
                c = c.wrapping_add(t2);
                e[1] += x[(c as usize) % x.len()].floor();
                e[(c & 3) as usize] = (x[i] + d);
                g[(b & 1) as usize][(c & 1) as usize] ^= (p.1 ^ p.1);
            }
        }
        y[i] = a + d + e[1] + p.0;
        w[i] = b ^ (c as i32) ^ g[1][0] ^ p.1;
    }
}

#[kernel]
pub fn random_33(x: &[f32], z: &[i32], y: &mut [f32], w: &mut [i32]) {
    'p: for i in par(0..y.len()) {
        let mut a = x[i];
        let mut b = z[i];
        let mut c = (i as u32).wrapping_mul(2654435769);
        let mut d = 0.5f32;
        b = (z[(c as usize) % z.len()].min(z[(c as usize) % z.len()]) >> 6);
        c = c.wrapping_mul(1664525).wrapping_add(1013904223);
        d = ((2.25f32 - x[(c as usize) % x.len()]) - (a - a));
        if (z[i] != z[i] && ((a as i32) >= (a as i32) || (z[(c as usize) % z.len()].wrapping_sub(b) >= ((c as i32) >> 6)))) {
            if (z[(c as usize) % z.len()] != 2i32 || (c & 3 == 1)) {
                c ^= 0x55;
                y[i] = a - d;
                w[i] = b ^ (c as i32);
                continue;
            }
            'l1: for t1 in 0..4u32 {
                c = c.wrapping_add(t1);
                if ((753i32 >> 12) >= (2.82f32 as i32)) {
                    c ^= 0x55;
                    continue;
                }
                c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                let mut t2 = 0i32;
                'l2: while t2 < (b & 7) && ((d / (x[i] + 3.5)) < (x[(c as usize) % x.len()] * d)) {
                    t2 += 1;
                    if (380i32.wrapping_mul(464i32) >= 712i32.wrapping_mul(z[(c as usize) % z.len()]) || (c & 3 == 1)) {
                        c ^= 0x55;
                        y[i] = a - d;
                        w[i] = b ^ (c as i32);
                        continue;
                    }
                }
                'l3: for t3 in (0..c & 3).rev() {
                    c = c.wrapping_add(t3);
                    d -= (z[(c as usize) % z.len()] as f32);
                    if ((x[i] + d) < (if ((b / 7) >= (x[(c as usize) % x.len()] as i32) || (c & 3 == 1)) { a } else { a }) && (z[(c as usize) % z.len()] != b)) {
                        c ^= 0x55;
                        break;
                    }
                }
            }
        }
        y[i] = a + d;
        w[i] = b ^ (c as i32);
    }
    let mut s1 = 7i32;
    let mut s2 = i32::MAX;
    for i in par(0..z.len()) {
        let b = z[i];
        let c = (i as u32).wrapping_mul(2654435769);
        w[i] = w[i] ^ s1 ^ s2;
        s1 = s1.wrapping_add((if (TABLE[(c % 5) as usize] & 1 == 0 && b < 806i32) { b } else { TABLE[(c % 5) as usize] }));
        if z[(c >> 3) as usize % z.len()] != (c as i32) {
            s2 = s2.min((TABLE[(c % 5) as usize] & 797i32));
        }
    }
    w[0] = w[0] ^ s1;
    let mut s3 = -1i32;
    let mut s4 = 0i32;
    for i in par(0..z.len()) {
        let b = z[i];
        let c = (i as u32).wrapping_mul(2654435769);
        w[i] = w[i] ^ s3 ^ s4;
        if b > 230i32 {
            s3 &= middle(TABLE[(c % 5) as usize], z[(c >> 3) as usize % z.len()], b);
        }
        s4 ^= (z[(c >> 3) as usize % z.len()] ^ (c as i32));
    }
    w[0] = w[0] ^ s3;
}

#[kernel]
pub fn random_34(x: &[f32], z: &[i32], y: &mut [f32], w: &mut [i32]) {
    'p: for i in par(0..y.len()) {
        let mut a = x[i];
        let mut b = z[i];
        let mut c = (i as u32).wrapping_mul(2654435769);
        let mut d = 0.5f32;
        if ((192i32 & (c as i32)) >= b.wrapping_sub(z[(c as usize) % z.len()]) && (z[(c as usize) % z.len()] != (c as i32))) {
            c ^= 0x55;
            y[i] = a - d;
            w[i] = b ^ (c as i32);
            continue 'p;
        }
        'l1: for t1 in (c & 1)..=3 {
            c = c.wrapping_add(t1);
            c = c.wrapping_mul(1664525).wrapping_add(1013904223);
        }
        'l2: for t2 in 0..(c & 3) {
            c = c.wrapping_add(t2);
            c = c.wrapping_mul(1664525).wrapping_add(1013904223);
        }
        if (z[i].wrapping_mul(b) >= (c as i32).min(b) && ((b & z[i]) >= ((c as i32) >> 1))) {
            c ^= 0x55;
            y[i] = a - d;
            w[i] = b ^ (c as i32);
            continue 'p;
        }
        y[i] = a + d;
        w[i] = b ^ (c as i32);
    }
}

#[kernel]
pub fn random_35(x: &[f32], z: &[i32], y: &mut [f32], w: &mut [i32]) {
    'p: for i in par(0..y.len()) {
        let mut a = x[i];
        let mut b = z[i];
        let mut c = (i as u32).wrapping_mul(2654435769);
        let mut d = 0.5f32;
        let mut e = [x[i], 1.5, a * 0.5, 0.25];
        let mut g = [[b, 3], [b >> 3, -1]];
        let mut p = (d, b);
        match c & 7 {
            1 | 5 => {
                e[(c & 3) as usize] = (x[(c as usize) % x.len()] + a);
                c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                b = (x[(c as usize) % x.len()].abs().sqrt() as i32);
                p = (d, TABLE[(c % 5) as usize].wrapping_sub(991i32));
            }
            n @ 2..=4 if n > 1 && (a.floor() < (g[(c & 1) as usize][1] as f32) || (p.0.abs().sqrt() < e[(c & 3) as usize].abs().sqrt())) => {
                c = c.wrapping_add(n);
                d = turned(&mut e, c);
                d = turned(&mut e, c);
                b = ((e[(c & 3) as usize] * a) as i32);
                d = (if ((196i32 ^ g[(c & 1) as usize][1]) >= (c as i32).wrapping_mul(b) && (c & 3 == 1)) { x[(c as usize) % x.len()] } else { e[(c & 3) as usize] }).floor();
            }
            ..2 => {
                e[3] += (b as f32);
                d = turned(&mut e, c);
            }
            n => {
                c = c.wrapping_add(n);
                if (p.1.wrapping_add(z[(c as usize) % z.len()]) >= b.min(453i32) || (c & 3 == 1)) {
                    c ^= 0x55;
                    y[i] = a - d + e[1];
                    w[i] = b ^ (c as i32) ^ g[0][1] ^ p.1;
                    continue 'p;
                }
                d += (if (689i32 != g[0][(b & 1) as usize]) { d } else { d });
                a = (if (571i32.min(g[0][(b & 1) as usize]) >= ((c as i32) / 7)) { (x[(c as usize) % x.len()] / (e[(c & 3) as usize] + 3.5)) } else { a.floor() });
                e[1] += x[(c as usize) % x.len()].abs().sqrt();
            }
        }
        if ((e[2] as i32) >= (a as i32) && (c & 3 == 1 && (c & 3 == 1))) {
            if (790i32.min(b) >= (TABLE[(c % 5) as usize] / 7) && ((z[i] as f32) < a.abs().sqrt() || ((x[i] / (d + 3.5)) < (if (g[(c & 1) as usize][1] != z[i]) { x[(c as usize) % x.len()] } else { 2.20f32 })))) {
                (p.1, p.0) = (z[i].wrapping_add(935i32), (998i32 as f32));
                if (e[2].abs().sqrt() < (a * 3.71f32) || (c & 3 == 1 || (z[i] != b))) {
                    d += (e[2] + d);
                    d = turned(&mut e, c);
                    g[(b & 1) as usize][(c & 1) as usize] ^= (z[i] / 7);
                    e[(c & 3) as usize] = x[(c as usize) % x.len()].abs().sqrt();
                } else {
                    g[(b & 1) as usize][(c & 1) as usize] ^= z[i].min(b);
                    g[(b & 1) as usize][(c & 1) as usize] ^= (2.79f32 as i32);
                    p = (d, 439i32.wrapping_add(364i32));
                }
                let mut t1 = 0u32;
                'l1: loop {
                    t1 += 1;
                    if t1 > 6 { break; }
                    b = p.1.min(z[i]).wrapping_add((d as i32));
                    g[(b & 1) as usize][(c & 1) as usize] ^= (g[0][(b & 1) as usize] >> 7);
                    d = (if ((a * p.0) < (if ((TABLE[(c % 5) as usize] / 7) >= p.1.wrapping_add(b)) { x[i] } else { x[i] }) || (((c as i32) & z[(c as usize) % z.len()]) >= TABLE[(c % 5) as usize].wrapping_mul(z[i]))) { e[2].abs().sqrt() } else { x[i].floor() });
                }
                d = turned(&mut e, c);
            } else {
                'l2: for t2 in (c & 1)..=3 {
                    c = c.wrapping_add(t2);
                    if (z[i] != z[i] || (x[i].abs().sqrt() < (TABLE[(c % 5) as usize] as f32))) {
                        c ^= 0x55;
                        continue;
                    }
                    a = ((p.0 + e[(c & 3) as usize]) / (d.abs().sqrt() + 3.5));
                }
                c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                b = (b & b).min(z[(c as usize) % z.len()].wrapping_add(TABLE[(c % 5) as usize]));
            }
            e[3] += (x[i] / (e[2] + 3.5));
            g[(b & 1) as usize][(c & 1) as usize] ^= TABLE[(c % 5) as usize].min(b);
        }
        d = (e[(c & 3) as usize].floor() - (a / (x[(c as usize) % x.len()] + 3.5)));
        y[i] = a + d + e[1] + p.0;
        w[i] = b ^ (c as i32) ^ g[1][0] ^ p.1;
    }
    let mut n1 = 0;
    for i in par(0..z.len()) {
        let b = z[i];
        let c = (i as u32).wrapping_mul(2654435769);
        if c & 3 == 1 {
            w[n1] = middle(b, TABLE[(c % 5) as usize], b);
            n1 += 1;
        }
    }
    w[0] = w[0] ^ (n1 as i32);
    let mut n2 = 0;
    for i in par(0..z.len()) {
        let b = z[i];
        let c = (i as u32).wrapping_mul(2654435769);
        if z[(c >> 3) as usize % z.len()] > z[(c >> 3) as usize % z.len()] {
            w[n2] = (361i32 ^ TABLE[(c % 5) as usize]);
            n2 += 1;
        }
    }
    w[0] = w[0] ^ (n2 as i32);
}

#[kernel]
pub fn random_36(x: &[f32], z: &[i32], y: &mut [f32], w: &mut [i32]) {
    'p: for i in par(0..y.len()) {
        let mut a = x[i];
        let mut b = z[i];
        let mut c = (i as u32).wrapping_mul(2654435769);
        let mut d = 0.5f32;
        d = (x[(c as usize) % x.len()].abs().sqrt() - (x[i] + x[i]));
        y[i] = a + d;
        w[i] = b ^ (c as i32);
    }
}

#[kernel]
pub fn random_37(x: &[f32], z: &[i32], y: &mut [f32], w: &mut [i32]) {
    'p: for i in par(0..y.len()) {
        let mut a = x[i];
        let mut b = z[i];
        let mut c = (i as u32).wrapping_mul(2654435769);
        let mut d = 0.5f32;
        'l1: for t1 in (0..c & 3).rev() {
            c = c.wrapping_add(t1);
            let mut t2 = 0i32;
            'l2: while t2 < (b & 7) && (b.wrapping_add(z[i]) >= z[i].min(z[(c as usize) % z.len()]) || ((0.82f32 / (d + 3.5)) < x[(c as usize) % x.len()].floor())) {
                t2 += 1;
                'l3: for t3 in (0..c & 3).rev() {
                    c = c.wrapping_add(t3);
                    b = ((c as i32).wrapping_sub(z[i]) & z[i].wrapping_sub(258i32));
                    a = (if (c & 3 == 1) { (x[i] - x[(c as usize) % x.len()]) } else { (if ((x[(c as usize) % x.len()] - d) < d.abs().sqrt() || (z[(c as usize) % z.len()] != b)) { x[i] } else { x[i] }) });
                }
                let mut t4 = 0i32;
                'l4: while t4 < (b & 7) && (c & 3 == 1 && (z[(c as usize) % z.len()] != z[i])) {
                    t4 += 1;
                    b = (z[(c as usize) % z.len()] ^ (c as i32)).wrapping_sub((c as i32).min(b));
                    d = ((d * x[i]) + (x[(c as usize) % x.len()] / (x[i] + 3.5)));
                    d -= (if (x[i].abs().sqrt() < (a + a) || (z[i].min((c as i32)) >= (827i32 ^ z[(c as usize) % z.len()]))) { a } else { x[(c as usize) % x.len()] });
                }
                'l5: for t5 in (1..(b as u32 & 3)).step_by(1) {
                    c = c.wrapping_add(t5);
                    d = (if ((c as i32).wrapping_sub(b) >= (c as i32).min(b)) { (a * d) } else { (0.48f32 * a) });
                    b = (z[(c as usize) % z.len()] ^ b).wrapping_add(z[i].min(z[i]));
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                    if (2.27f32.floor() < d.floor() && (c & 3 == 1)) {
                        c ^= 0x55;
                        continue 'l5;
                    }
                }
                'l6: for t6 in (0..=(b as u32 & 3)).rev() {
                    c = c.wrapping_add(t6);
                    d = ((d * 3.12f32) * a.floor());
                    b = (55i32.min(z[(c as usize) % z.len()]) / 7);
                    if (c & 3 == 1 || ((if (b != z[(c as usize) % z.len()] && ((c as i32).wrapping_mul(b) >= (z[i] >> 8))) { x[i] } else { a }) < (z[i] as f32))) {
                        c ^= 0x55;
                        continue 'l6;
                    }
                }
            }
            if (657i32 != 710i32 || (z[(c as usize) % z.len()] != (c as i32))) {
                'l7: for t7 in (u32::MAX - 4..=u32::MAX).rev().step_by(1) {
                    c = c.wrapping_add(t7);
                    a = (((c as i32) >> 9) as f32);
                    d -= (a - a);
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                }
                'l8: for t8 in 0..3u32 {
                    c = c.wrapping_add(t8);
                    d = ((x[(c as usize) % x.len()] + a) / ((d * d) + 3.5));
                    b = ((z[i] & z[i]) ^ (b & (c as i32)));
                    if ((c as i32).wrapping_sub(502i32) >= z[i].wrapping_add((c as i32))) {
                        c ^= 0x55;
                        y[i] = a - d;
                        w[i] = b ^ (c as i32);
                        continue;
                    }
                    d -= (1.59f32 / (x[i] + 3.5));
                }
            } else {
                d -= (a + x[i]);
                b = ((c as i32) / 7).wrapping_mul((996i32 >> 7));
            }
        }
        y[i] = a + d;
        w[i] = b ^ (c as i32);
    }
    for r1 in 0..2u32 {
        for g in par(0..z.len().div_ceil(48)) {
            let mut tile = [0i32; 48];
            for t in par(0..48) {
                let i = g * 48 + t;
                let b = z[i % z.len()];
                let c = (i as u32).wrapping_mul(2654435769);
                tile[t] = (315i32 >> 17);
            }
            let mut s2 = 0i32;
            for t in par(0..48) {
                let i = g * 48 + t;
                let b = z[i % z.len()];
                let c = (i as u32).wrapping_mul(2654435769);
                s2 |= (c as i32).wrapping_add(630i32);
            }
            for t in par(0..48) {
                let i = g * 48 + t;
                if i < w.len() {
                    w[i] = w[i] ^ tile[t * 7 % 48] ^ s2;
                }
            }
        }
    }
}

#[kernel]
pub fn random_38(x: &[f32], z: &[i32], y: &mut [f32], w: &mut [i32]) {
    'p: for i in par(0..y.len()) {
        let mut a = x[i];
        let mut b = z[i];
        let mut c = (i as u32).wrapping_mul(2654435769);
        let mut d = 0.5f32;
        let mut e = [x[i], 1.5, a * 0.5, 0.25];
        let mut g = [[b, 3], [b >> 3, -1]];
        let mut p = (d, b);
        if (z[(c as usize) % z.len()].wrapping_sub(z[(c as usize) % z.len()]) >= g[0][(b & 1) as usize].wrapping_sub(b) && (g[0][(b & 1) as usize] != 855i32)) {
            match 7 {
                0 | 5 => {
                    b = (e[(c & 3) as usize] as i32).wrapping_sub(g[0][(b & 1) as usize].wrapping_sub(TABLE[(c % 5) as usize]));
                }
                n @ 2..=4 if n > 0 && (1.5f32.abs().sqrt() < (if (TABLE[(c % 5) as usize] != z[(c as usize) % z.len()] && ((a - 3.94f32) < (x[(c as usize) % x.len()] / (e[(c & 3) as usize] + 3.5)))) { d } else { e[2] }) && (g[0][(b & 1) as usize] != p.1)) => {
                    c = c.wrapping_add(n);
                    b = ((e[(c & 3) as usize] as i32) & p.1.min(TABLE[(c % 5) as usize]));
                    d = turned(&mut e, c);
                    if (e[(c & 3) as usize].abs().sqrt() < (e[(c & 3) as usize] - x[(c as usize) % x.len()]) && ((x[(c as usize) % x.len()] as i32) >= (x[(c as usize) % x.len()] as i32))) {
                        c ^= 0x55;
                        y[i] = a - d + e[1];
                        w[i] = b ^ (c as i32) ^ g[0][1] ^ p.1;
                        continue 'p;
                    }
                    e[3] += (if (c & 3 == 1) { e[(c & 3) as usize] } else { x[i] });
                }
                ..1 => {
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                    d = turned(&mut e, c);
                }
                n => {
                    c = c.wrapping_add(n);
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                    e[0] += x[i].floor();
                    if (c & 3 == 1 || (d.floor() < (d / (2.9f32 + 3.5)))) {
                        c ^= 0x55;
                        y[i] = a - d + e[1];
                        w[i] = b ^ (c as i32) ^ g[0][1] ^ p.1;
                        continue 'p;
                    }
                    e[3] += (1.19f32 / (x[(c as usize) % x.len()] + 3.5));
                }
            }
            (p.1, p.0) = (((c as i32) & b), d.abs().sqrt());
            match 7 {
                1 | 5 => {
                    if (TABLE[(c % 5) as usize].min(g[0][(b & 1) as usize]) >= (z[i] & 334i32) && (c & 3 == 1)) {
                        c ^= 0x55;
                        y[i] = a - d + e[1];
                        w[i] = b ^ (c as i32) ^ g[0][1] ^ p.1;
                        continue 'p;
                    }
                    g[(b & 1) as usize][(c & 1) as usize] ^= TABLE[(c % 5) as usize].wrapping_sub(z[i]);
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                    (p.1, p.0) = ((z[i] / 7), (if (538i32.min(z[i]) >= (e[2] as i32) || (TABLE[(c % 5) as usize] != z[(c as usize) % z.len()])) { 3.1f32 } else { d }));
                }
                n @ 2..=4 if n > 1 && ((TABLE[(c % 5) as usize] ^ z[(c as usize) % z.len()]) >= (d as i32) && ((x[i] * d) < x[(c as usize) % x.len()].abs().sqrt())) => {
                    c = c.wrapping_add(n);
                    p = (d, (x[(c as usize) % x.len()] as i32));
                    d -= (a * a);
                }
                ..2 => {
                    e[3] += (0.73f32 + 2.53f32);
                    e[2] += (2.37f32 / (x[(c as usize) % x.len()] + 3.5));
                }
                n => {
                    c = c.wrapping_add(n);
                    b = (789i32 / 7).wrapping_add((889i32 >> 2));
                    p = (d, (TABLE[(c % 5) as usize] >> 12));
                    if ((g[(c & 1) as usize][1] >> 5) >= 446i32.wrapping_sub((c as i32)) || ((p.0 + x[i]) < (d + x[(c as usize) % x.len()]))) {
                        c ^= 0x55;
                        y[i] = a - d + e[1];
                        w[i] = b ^ (c as i32) ^ g[0][1] ^ p.1;
                        continue 'p;
                    }
                }
            }
            e[0] += x[i].abs().sqrt();
        } else {
            match (b as u32) & 7 {
                0 | 5 => {
                    e[3] += p.0.floor();
                    if (z[i] != g[(c & 1) as usize][1]) {
                        c ^= 0x55;
                        y[i] = a - d + e[1];
                        w[i] = b ^ (c as i32) ^ g[0][1] ^ p.1;
                        continue 'p;
                    }
                }
                n @ 2..=4 if n > 0 && (c & 3 == 1 || (TABLE[(c % 5) as usize] != z[(c as usize) % z.len()])) => {
                    c = c.wrapping_add(n);
                    d = turned(&mut e, c);
                    d *= (e[(c & 3) as usize] + d);
                }
                ..1 => {
                    d *= (if (((c as i32) as f32) < (z[(c as usize) % z.len()] as f32) || (TABLE[(c % 5) as usize] != 202i32)) { x[(c as usize) % x.len()] } else { d });
                    g[(b & 1) as usize][(c & 1) as usize] ^= (d as i32);
                }
                n => {
                    c = c.wrapping_add(n);
                    e[3] += e[(c & 3) as usize].floor();
                    d *= (e[2] * 0.95f32);
                }
            }
            c = c.wrapping_mul(1664525).wrapping_add(1013904223);
            'l1: for t1 in (u32::MAX - 1..=u32::MAX).rev().step_by(1) {
                c = c.wrapping_add(t1);
                'l2: for t2 in (1..4u32).step_by(2) {
                    c = c.wrapping_add(t2);
                    b = ((g[0][(b & 1) as usize] / 7) >> 3);
                    g[(b & 1) as usize][(c & 1) as usize] ^= TABLE[(c % 5) as usize].wrapping_add(b);
                    d += (p.0 / (x[i] + 3.5));
                    b = (b & g[0][(b & 1) as usize]).wrapping_sub(926i32.min(g[(c & 1) as usize][1]));
                }
                if (b.wrapping_add(TABLE[(c % 5) as usize]) >= (z[i] >> 23) || (g[(c & 1) as usize][1] != g[(c & 1) as usize][1])) {
                    g[(b & 1) as usize][(c & 1) as usize] ^= z[i].wrapping_add(TABLE[(c % 5) as usize]);
                    a = ((x[(c as usize) % x.len()] + 3.1f32) - (x[i] + e[(c & 3) as usize]));
                    if (TABLE[(c % 5) as usize] != 797i32) {
                        c ^= 0x55;
                        break 'l1;
                    }
                    b = ((e[2] * x[i]) as i32);
                } else {
                    d = (g[(c & 1) as usize][1].wrapping_mul(b) as f32);
                }
                let mut t3 = 0u32;
                'l3: loop {
                    t3 += 1;
                    if t3 > 6 { break; }
                    e[3] += (z[i] as f32);
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                    d = 1.52f32.floor().abs().sqrt();
                    d -= (d / (p.0 + 3.5));
                }
                d -= (e[2] - d);
            }
            'l4: for t4 in (0..=(b as u32 & 3)).rev() {
                c = c.wrapping_add(t4);
                e[(c & 3) as usize] = (e[(c & 3) as usize] / (a + 3.5));
            }
        }
        'l5: for t5 in (0..c & 3).rev() {
            c = c.wrapping_add(t5);
            'l6: for t6 in (0..=(b as u32 & 3)).rev() {
                c = c.wrapping_add(t6);
                let mut t7 = 0u32;
                'l7: loop {
                    t7 += 1;
                    if t7 > 6 { break; }
                    d = turned(&mut e, c);
                    a = (if (c & 3 == 1 && (b != TABLE[(c % 5) as usize])) { ((c as i32) as f32) } else { (d - x[i]) });
                    if (g[(c & 1) as usize][1].wrapping_add((c as i32)) >= 245i32.wrapping_mul(z[(c as usize) % z.len()]) && (TABLE[(c % 5) as usize].wrapping_mul(b) >= (x[(c as usize) % x.len()] as i32))) {
                        c ^= 0x55;
                        continue 'l7;
                    }
                    p = (d, (c as i32).wrapping_sub(z[(c as usize) % z.len()]));
                }
                'l8: for t8 in 0..3u32 {
                    c = c.wrapping_add(t8);
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                    e[(c & 3) as usize] = (3.93f32 * x[(c as usize) % x.len()]);
                    b = (((c as i32) ^ g[(c & 1) as usize][1]) / 7);
                }
                c = c.wrapping_mul(1664525).wrapping_add(1013904223);
            }
        }
        c = c.wrapping_mul(1664525).wrapping_add(1013904223);
        y[i] = a + d + e[1] + p.0;
        w[i] = b ^ (c as i32) ^ g[1][0] ^ p.1;
    }
}

#[kernel]
pub fn random_39(x: &[f32], z: &[i32], y: &mut [f32], w: &mut [i32]) {
    'p: for i in par(0..y.len()) {
        let mut a = x[i];
        let mut b = z[i];
        let mut c = (i as u32).wrapping_mul(2654435769);
        let mut d = 0.5f32;
        c = c.wrapping_mul(1664525).wrapping_add(1013904223);
        if (760i32 != 95i32) {
            c ^= 0x55;
            y[i] = a - d;
            w[i] = b ^ (c as i32);
            continue;
        }
        let mut t1 = 0u32;
        'l1: loop {
            t1 += 1;
            if t1 > 6 { break; }
            if (c & 3 == 1) {
                'l2: for t2 in 0..5u32 {
                    c = c.wrapping_add(t2);
                    if (c & 3 == 1) {
                        c ^= 0x55;
                        y[i] = a - d;
                        w[i] = b ^ (c as i32);
                        continue;
                    }
                }
            }
        }
        y[i] = a + d;
        w[i] = b ^ (c as i32);
    }
    for g in par(0..z.len().div_ceil(10)) {
        let mut tile = [0i32; 10];
        for t in par(0..10) {
            let i = g * 10 + t;
            let b = z[i % z.len()];
            let c = (i as u32).wrapping_mul(2654435769);
            tile[t] = (632i32 & b);
        }
        for k in 0..2usize {
            let mut old = [0i32; 10];
            for t in par(0..10) {
                old[t] = tile[t];
            }
            for t in par(0..10) {
                let i = g * 10 + t;
                let b = z[i % z.len()];
                let c = (i as u32).wrapping_mul(2654435769);
                tile[t] = old[(t + 1) % 10] ^ (b >> 21);
            }
        }
        let mut s1 = -5i32;
        for t in par(0..10) {
            let i = g * 10 + t;
            let b = z[i % z.len()];
            let c = (i as u32).wrapping_mul(2654435769);
            s1 = s1.max((z[(c >> 3) as usize % z.len()] ^ 63i32));
        }
        for t in par(0..10) {
            let i = g * 10 + t;
            if i < w.len() {
                w[i] = w[i] ^ tile[(t + 1) % 10] ^ s1;
            }
        }
    }
}

#[kernel]
pub fn random_40(x: &[f32], z: &[i32], y: &mut [f32], w: &mut [i32]) {
    'p: for i in par(0..y.len()) {
        let mut a = x[i];
        let mut b = z[i];
        let mut c = (i as u32).wrapping_mul(2654435769);
        let mut d = 0.5f32;
        c = c.wrapping_mul(1664525).wrapping_add(1013904223);
        b = z[(c as usize) % z.len()].min(z[i]).wrapping_sub(((c as i32) & b));
        let mut t1 = 0i32;
        'l1: while t1 < (b & 7) && ((z[i] & b) >= ((c as i32) & b)) {
            t1 += 1;
            if (2.4f32.abs().sqrt() < (z[(c as usize) % z.len()] as f32) && (((c as i32) >> 19) >= (c as i32).min(z[(c as usize) % z.len()]))) {
                c ^= 0x55;
                y[i] = a - d;
                w[i] = b ^ (c as i32);
                continue;
            }
            b = (b.wrapping_mul(b) / 7);
            if (c & 3 == 1) {
                'l2: for t2 in (0..c & 3).rev() {
                    c = c.wrapping_add(t2);
                    d -= (z[i] as f32);
                    d += (3.3f32 / (0.32f32 + 3.5));
                    a = (b.min(z[(c as usize) % z.len()]) as f32);
                }
                if ((c as i32).wrapping_mul(b) >= z[i].wrapping_sub(314i32) || (797i32.wrapping_add(264i32) >= (z[(c as usize) % z.len()] / 7))) {
                    d *= d.floor();
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                }
                d *= ((c as i32) as f32);
                'l3: for t3 in (0..=4u32).rev() {
                    c = c.wrapping_add(t3);
                    d += (3.68f32 - a);
                    b = 755i32.wrapping_sub((c as i32)).wrapping_mul(b.wrapping_add(z[(c as usize) % z.len()]));
                    if ((2.74f32 * a) < (d / (d + 3.5))) {
                        c ^= 0x55;
                        y[i] = a - d;
                        w[i] = b ^ (c as i32);
                        continue;
                    }
                }
            }
            'l4: for t4 in (u32::MAX - 1..=u32::MAX).rev().step_by(3) {
                c = c.wrapping_add(t4);
                d -= (3.0f32 / (a + 3.5));
                b = (d as i32).wrapping_mul((c as i32).min(107i32));
                if (c & 3 == 1 && ((b as f32) < (d / (x[i] + 3.5)))) {
                    d -= d.abs().sqrt();
                    d *= (b as f32);
                }
            }
        }
        'l5: for t5 in (0..c & 3).rev() {
            c = c.wrapping_add(t5);
            a = (if ((z[(c as usize) % z.len()] ^ z[i]) >= z[i].wrapping_mul(z[i]) && (b != (c as i32))) { a.abs().sqrt() } else { (d * x[(c as usize) % x.len()]) });
            if ((x[i] / (1.28f32 + 3.5)) < (d - d)) {
                c ^= 0x55;
                y[i] = a - d;
                w[i] = b ^ (c as i32);
                continue;
            }
            b = ((a as i32) & (c as i32).wrapping_sub(z[(c as usize) % z.len()]));
        }
        y[i] = a + d;
        w[i] = b ^ (c as i32);
    }
}

#[kernel]
pub fn random_41(x: &[f32], z: &[i32], y: &mut [f32], w: &mut [i32]) {
    'p: for i in par(0..y.len()) {
        let mut a = x[i];
        let mut b = z[i];
        let mut c = (i as u32).wrapping_mul(2654435769);
        let mut d = 0.5f32;
        let mut e = [x[i], 1.5, a * 0.5, 0.25];
        let mut g = [[b, 3], [b >> 3, -1]];
        let mut p = (d, b);
        b = ((1.36f32 - e[(c & 3) as usize]) as i32);
        'l1: for t1 in (0..c & 3).rev() {
            c = c.wrapping_add(t1);
            let mut t2 = 0i32;
            'l2: while t2 < (b & 7) && (c & 3 == 1 || (898i32.wrapping_mul(b) >= (b / 7))) {
                t2 += 1;
                if (g[0][(b & 1) as usize] != g[(c & 1) as usize][1]) {
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                    d *= (x[i] / (x[(c as usize) % x.len()] + 3.5));
                    g[(b & 1) as usize][(c & 1) as usize] ^= (z[i] >> 8);
                    d -= (z[i] as f32);
                } else {
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                    g[(b & 1) as usize][(c & 1) as usize] ^= (z[i] >> 0);
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                }
                let mut t3 = 0i32;
                'l3: while t3 < (b & 7) && (z[i] != (c as i32)) {
                    t3 += 1;
                    d = turned(&mut e, c);
                    b = z[i].wrapping_add(805i32).min((2.93f32 as i32));
                }
                e[(c & 3) as usize] = (a * a);
                if ((c as i32) != 762i32) {
                    a = (if (c & 3 == 1 || ((844i32 & TABLE[(c % 5) as usize]) >= (x[(c as usize) % x.len()] as i32))) { (p.0 - e[(c & 3) as usize]) } else { (d + p.0) });
                    d = turned(&mut e, c);
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                } else {
                    d = turned(&mut e, c);
                }
            }
            a = ((TABLE[(c % 5) as usize] as f32) / ((e[2] + x[i]) + 3.5));
            match c & 7 {
                1 | 5 => {
                    d += (x[i] * a);
                }
                n @ 2..=4 if n > 1 && (z[(c as usize) % z.len()].wrapping_mul(z[i]) >= z[(c as usize) % z.len()].min(33i32)) => {
                    c = c.wrapping_add(n);
                    d *= (1.8f32 - a);
                    if ((p.0 - x[i]) < (e[(c & 3) as usize] / (0.66f32 + 3.5))) {
                        c ^= 0x55;
                        y[i] = a - d + e[1];
                        w[i] = b ^ (c as i32) ^ g[0][1] ^ p.1;
                        continue;
                    }
                    e[1] += (1.89f32 * e[(c & 3) as usize]);
                    d += (b as f32);
                }
                ..2 => {
                    b = ((e[(c & 3) as usize] as i32) & z[(c as usize) % z.len()].wrapping_sub(g[(c & 1) as usize][1]));
                }
                n => {
                    c = c.wrapping_add(n);
                    p = (d, (p.1 ^ z[i]));
                    p = (d, TABLE[(c % 5) as usize].min(z[(c as usize) % z.len()]));
                }
            }
        }
        'l4: for t4 in (0..=4u32).rev() {
            c = c.wrapping_add(t4);
            if ((if (c & 3 == 1) { x[i] } else { x[i] }) < (x[i] / (x[i] + 3.5))) {
                c ^= 0x55;
                continue;
            }
            b = (z[i] ^ (c as i32)).wrapping_sub((a as i32));
            (p.1, p.0) = (z[(c as usize) % z.len()].wrapping_mul(176i32), a.floor());
            b = (33i32.wrapping_sub(z[(c as usize) % z.len()]) ^ 358i32.wrapping_add(b));
        }
        y[i] = a + d + e[1] + p.0;
        w[i] = b ^ (c as i32) ^ g[1][0] ^ p.1;
    }
    for g in par(0..z.len().div_ceil(4)) {
        let mut tile = [0i32; 4];
        for t in par(0..4) {
            let i = g * 4 + t;
            let b = z[i % z.len()];
            let c = (i as u32).wrapping_mul(2654435769);
            tile[t] = z[(c >> 3) as usize % z.len()].wrapping_mul(b);
        }
        let mut s1 = 0i32;
        for t in par(0..4) {
            let i = g * 4 + t;
            let b = z[i % z.len()];
            let c = (i as u32).wrapping_mul(2654435769);
            s1 ^= (TABLE[(c % 5) as usize] & TABLE[(c % 5) as usize]);
        }
        for t in par(0..4) {
            let i = g * 4 + t;
            if i < w.len() {
                w[i] = w[i] ^ tile[4 - 1 - t] ^ s1;
            }
        }
    }
    for i in par(0..z.len()) {
        let b = z[i];
        let c = (i as u32).wrapping_mul(2654435769);
        let mut p = Pair { low: b.max(319i32), high: [TABLE[(c % 5) as usize].wrapping_add(b), z[(c >> 3) as usize % z.len()].wrapping_add(420i32)] };
        p.high[(c & 1) as usize] ^= z[(c >> 3) as usize % z.len()].wrapping_mul(TABLE[(c % 5) as usize]);
        for t2 in 0..(c & 3) {
            p = swapped(p, c);
        }
        w[i] = w[i] ^ middle(p.low, p.high[0], p.high[1]);
    }
    let mut s3 = i32::MAX;
    let mut s4 = -1i32;
    for i in par(0..z.len()) {
        let b = z[i];
        let c = (i as u32).wrapping_mul(2654435769);
        if TABLE[(c % 5) as usize] > TABLE[(c % 5) as usize] {
            s3 = s3.min((if (b & 1 == 0 && b < 472i32) { (c as i32) } else { b }));
        }
        for t5 in 0..(c & 3) {
            s4 &= (z[(c >> 3) as usize % z.len()] >> 27);
        }
        w[i] = w[i] ^ s3 ^ s4;
    }
    w[0] = w[0] ^ s3;
}

#[kernel]
pub fn random_42(x: &[f32], z: &[i32], y: &mut [f32], w: &mut [i32]) {
    'p: for i in par(0..y.len()) {
        let mut a = x[i];
        let mut b = z[i];
        let mut c = (i as u32).wrapping_mul(2654435769);
        let mut d = 0.5f32;
        match (b as u32) & 7 {
            0 | 5 => {
                c = c.wrapping_mul(1664525).wrapping_add(1013904223);
            }
            n @ 2..=4 if n > 0 && ((z[(c as usize) % z.len()] / 7) >= 219i32.wrapping_sub(z[(c as usize) % z.len()])) => {
                c = c.wrapping_add(n);
                c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                d += x[(c as usize) % x.len()].abs().sqrt();
            }
            ..1 => {
                d = ((x[(c as usize) % x.len()] as i32) as f32);
            }
            n => {
                c = c.wrapping_add(n);
                d *= (a + x[(c as usize) % x.len()]);
                if (6i32.wrapping_add(b) >= ((c as i32) >> 1) || (c & 3 == 1)) {
                    c ^= 0x55;
                    y[i] = a - d;
                    w[i] = b ^ (c as i32);
                    continue;
                }
                d -= (z[(c as usize) % z.len()] as f32);
                if (987i32.wrapping_add(b) >= (c as i32).wrapping_sub((c as i32)) || (b.wrapping_add(b) >= (z[(c as usize) % z.len()] >> 22))) {
                    c ^= 0x55;
                    y[i] = a - d;
                    w[i] = b ^ (c as i32);
                    continue 'p;
                }
            }
        }
        b = (z[i].min(z[(c as usize) % z.len()]) >> 6);
        y[i] = a + d;
        w[i] = b ^ (c as i32);
    }
}

#[kernel]
pub fn random_43(x: &[f32], z: &[i32], y: &mut [f32], w: &mut [i32]) {
    'p: for i in par(0..y.len()) {
        let mut a = x[i];
        let mut b = z[i];
        let mut c = (i as u32).wrapping_mul(2654435769);
        let mut d = 0.5f32;
        if (c & 3 == 1) {
            d += (x[i] + 3.7f32);
            d += (if ((x[(c as usize) % x.len()] + x[i]) < (x[i] / (x[(c as usize) % x.len()] + 3.5))) { a } else { d });
            match c & 7 {
                1 | 5 => {
                    d = (if (x[(c as usize) % x.len()].abs().sqrt() < (d - x[(c as usize) % x.len()])) { a.abs().sqrt() } else { (0.29f32 + a) });
                    d += (x[i] + a);
                    d += a.floor();
                }
                n @ 2..=4 if n > 1 && (z[(c as usize) % z.len()] != 903i32 && (z[i] != z[(c as usize) % z.len()])) => {
                    c = c.wrapping_add(n);
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                    if ((x[i] * x[(c as usize) % x.len()]) < x[i].abs().sqrt()) {
                        c ^= 0x55;
                        y[i] = a - d;
                        w[i] = b ^ (c as i32);
                        continue 'p;
                    }
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                    if ((621i32 as f32) < (z[(c as usize) % z.len()] as f32)) {
                        c ^= 0x55;
                        y[i] = a - d;
                        w[i] = b ^ (c as i32);
                        continue;
                    }
                }
                ..2 => {
                    b = (x[(c as usize) % x.len()] as i32).wrapping_add((c as i32).min(z[i]));
                    if (b.wrapping_add(740i32) >= (c as i32).wrapping_add(676i32)) {
                        c ^= 0x55;
                        y[i] = a - d;
                        w[i] = b ^ (c as i32);
                        continue 'p;
                    }
                }
                n => {
                    c = c.wrapping_add(n);
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                }
            }
            if (z[i] != (c as i32)) {
                'l1: for t1 in 0..(c & 3) {
                    c = c.wrapping_add(t1);
                    d -= (a / (d + 3.5));
                    b = z[i].wrapping_add(b).wrapping_add((b / 7));
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                }
                if (c & 3 == 1 && ((z[(c as usize) % z.len()] / 7) >= b.wrapping_mul(z[(c as usize) % z.len()]))) {
                    c ^= 0x55;
                    y[i] = a - d;
                    w[i] = b ^ (c as i32);
                    continue;
                }
                if (112i32.wrapping_sub(z[(c as usize) % z.len()]) >= (b ^ b) || ((if (z[(c as usize) % z.len()].min(b) >= (c as i32).wrapping_add(z[(c as usize) % z.len()])) { x[i] } else { a }) < (121i32 as f32))) {
                    if ((x[i] as i32) >= 486i32.min((c as i32))) {
                        c ^= 0x55;
                        y[i] = a - d;
                        w[i] = b ^ (c as i32);
                        continue 'p;
                    }
                    b = ((z[(c as usize) % z.len()] & z[(c as usize) % z.len()]) ^ (z[(c as usize) % z.len()] >> 26));
                    d = ((0.64f32 / (x[i] + 3.5)) * (x[i] + x[i]));
                    b = ((z[i] & (c as i32)) >> 22);
                }
                if (((c as i32) ^ (c as i32)) >= (z[i] & z[(c as usize) % z.len()])) {
                    b = ((b >> 12) ^ (d as i32));
                    b = ((87i32 >> 25) >> 2);
                    if (c & 3 == 1) {
                        c ^= 0x55;
                        y[i] = a - d;
                        w[i] = b ^ (c as i32);
                        continue;
                    }
                }
            } else {
                a = ((2.85f32 - 3.71f32) * (if ((a - d) < 0.98f32.abs().sqrt() || (x[i].floor() < 3.71f32.floor())) { 2.39f32 } else { d }));
                let mut t2 = 0i32;
                'l2: while t2 < (b & 7) && (c & 3 == 1 || (c & 3 == 1)) {
                    t2 += 1;
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                    d *= x[i].abs().sqrt();
                }
            }
        } else {
            a = (a + d).floor();
            c = c.wrapping_mul(1664525).wrapping_add(1013904223);
            if (c & 3 == 1) {
                c ^= 0x55;
                y[i] = a - d;
                w[i] = b ^ (c as i32);
                continue 'p;
            }
        }
        d = (b.wrapping_sub((c as i32)) as f32);
        b = ((0.5f32 as i32) ^ (866i32 ^ z[i]));
        if (c & 3 == 1 && ((725i32 & z[(c as usize) % z.len()]) >= (b >> 7))) {
            c ^= 0x55;
            y[i] = a - d;
            w[i] = b ^ (c as i32);
            continue;
        }
        y[i] = a + d;
        w[i] = b ^ (c as i32);
    }
    let mut m1 = 41i32;
    let mut k2 = z.len();
    for i in par(0..z.len()) {
        let b = z[i];
        let c = (i as u32).wrapping_mul(2654435769);
        let v = TABLE[(c % 5) as usize].wrapping_mul(b);
        if c & 3 == 1 && v >= m1 {
            m1 = v;
            k2 = i;
        }
    }
    w[0] = w[0] ^ m1 ^ (k2 as i32);
    for i in par(0..z.len()) {
        let b = z[i];
        let c = (i as u32).wrapping_mul(2654435769);
        for t3 in 0..(c & 3) {
            w[(b & 7) as usize % w.len()] = w[(b & 7) as usize % w.len()].min((998i32 & TABLE[(c % 5) as usize]));
        }
    }
    for g in par(0..z.len().div_ceil(300)) {
        let mut tile = [0i32; 300];
        for t in par(0..300) {
            let i = g * 300 + t;
            let b = z[i % z.len()];
            let c = (i as u32).wrapping_mul(2654435769);
            tile[t] = TABLE[(c % 5) as usize].max((c as i32));
        }
        let mut s4 = -5i32;
        for t in par(0..300) {
            let i = g * 300 + t;
            let b = z[i % z.len()];
            let c = (i as u32).wrapping_mul(2654435769);
            s4 = s4.max(middle(TABLE[(c % 5) as usize], b, b));
        }
        for t in par(0..300) {
            let i = g * 300 + t;
            if i < w.len() {
                w[i] = w[i] ^ tile[(t + 1) % 300] ^ s4;
            }
        }
    }
}

#[kernel]
pub fn random_44(x: &[f32], z: &[i32], y: &mut [f32], w: &mut [i32]) {
    'p: for i in par(0..y.len()) {
        let mut a = x[i];
        let mut b = z[i];
        let mut c = (i as u32).wrapping_mul(2654435769);
        let mut d = 0.5f32;
        let mut e = [x[i], 1.5, a * 0.5, 0.25];
        let mut g = [[b, 3], [b >> 3, -1]];
        let mut p = (d, b);
        if ((g[(c & 1) as usize][1] / 7) >= (TABLE[(c % 5) as usize] / 7) && ((if (a.floor() < (262i32 as f32)) { 3.39f32 } else { d }) < (z[i] as f32))) {
            d = (x[(c as usize) % x.len()].abs().sqrt() - (x[(c as usize) % x.len()] * 2.95f32));
        } else {
            if ((c as i32) != (c as i32)) {
                'l1: for t1 in 0..(c & 3) {
                    c = c.wrapping_add(t1);
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                    d = ((e[(c & 3) as usize] - x[i]) - (z[(c as usize) % z.len()] as f32));
                    p = (d, (908i32 / 7));
                }
                if (((c as i32) / 7) >= TABLE[(c % 5) as usize].wrapping_add(TABLE[(c % 5) as usize]) || (c & 3 == 1)) {
                    c ^= 0x55;
                    y[i] = a - d + e[1];
                    w[i] = b ^ (c as i32) ^ g[0][1] ^ p.1;
                    continue 'p;
                }
                let mut t2 = 0i32;
                'l2: while t2 < (b & 7) && (TABLE[(c % 5) as usize] != g[(c & 1) as usize][1] && ((b >> 29) >= (p.1 ^ (c as i32)))) {
                    t2 += 1;
                    d = ((x[i] / (1.77f32 + 3.5)) + (p.0 - a));
                    b = ((b >> 0) >> 10);
                    (p.1, p.0) = ((b ^ z[i]), (2.38f32 * d));
                    g[(b & 1) as usize][(c & 1) as usize] ^= g[(c & 1) as usize][1].wrapping_mul((c as i32));
                }
            }
        }
        y[i] = a + d + e[1] + p.0;
        w[i] = b ^ (c as i32) ^ g[1][0] ^ p.1;
    }
}

#[kernel]
pub fn random_45(x: &[f32], z: &[i32], y: &mut [f32], w: &mut [i32]) {
    'p: for i in par(0..y.len()) {
        let mut a = x[i];
        let mut b = z[i];
        let mut c = (i as u32).wrapping_mul(2654435769);
        let mut d = 0.5f32;
        'l1: for t1 in 0..=(b as u32 & 3) {
            c = c.wrapping_add(t1);
            let mut t2 = 0i32;
            'l2: while t2 < (b & 7) && ((d + x[(c as usize) % x.len()]) < (d * a) || ((c as i32) != z[i])) {
                t2 += 1;
                'l3: for t3 in 0..4u32 {
                    c = c.wrapping_add(t3);
                    d -= (if (c & 3 == 1) { 1.98f32 } else { a });
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                }
                c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                match (b as u32) & 7 {
                    2 | 5 => {
                        d = ((z[(c as usize) % z.len()] as f32) + (b as f32));
                    }
                    n @ 2..=4 if n > 2 && (z[i] != z[i] || (z[(c as usize) % z.len()].min((c as i32)) >= z[i].wrapping_mul(z[(c as usize) % z.len()]))) => {
                        c = c.wrapping_add(n);
                        c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                        b = ((477i32 / 7) >> 5);
                    }
                    ..3 => {
                        b = z[(c as usize) % z.len()].wrapping_mul(163i32).wrapping_add(((c as i32) >> 13));
                    }
                    n => {
                        c = c.wrapping_add(n);
                        b = (((c as i32) & b) ^ z[i].wrapping_add(960i32));
                    }
                }
            }
            let mut t4 = 0i32;
            'l4: while t4 < (b & 7) && (b != 112i32) {
                t4 += 1;
                if ((x[(c as usize) % x.len()] + a) < (if ((x[(c as usize) % x.len()] / (a + 3.5)) < (if ((1.33f32 + x[(c as usize) % x.len()]) < (if (c & 3 == 1 && ((b >> 21) >= ((c as i32) ^ (c as i32)))) { x[i] } else { 1.96f32 })) { x[i] } else { a }) || (c & 3 == 1)) { 0.98f32 } else { x[(c as usize) % x.len()] }) && (846i32.wrapping_add(b) >= z[(c as usize) % z.len()].wrapping_sub(77i32))) {
                    d -= a.floor();
                    a = (x[i].abs().sqrt() + (if (c & 3 == 1) { 1.42f32 } else { x[(c as usize) % x.len()] }));
                    d *= (b as f32);
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                } else {
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                    d += (x[i] - x[i]);
                }
                if (c & 3 == 1 || ((x[i] / (a + 3.5)) < (a - d) && (c & 3 == 1))) {
                    d -= (b as f32);
                } else {
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                    d *= (if (558i32 != 179i32) { a } else { x[i] });
                    b = (b.wrapping_sub(b) >> 4);
                }
            }
        }
        y[i] = a + d;
        w[i] = b ^ (c as i32);
    }
    for g in par(0..z.len().div_ceil(4)) {
        let mut tile = [0i32; 4];
        for t in par(0..4) {
            let i = g * 4 + t;
            let b = z[i % z.len()];
            let c = (i as u32).wrapping_mul(2654435769);
            tile[t] = middle(TABLE[(c % 5) as usize], b, b);
        }
        for k in 0..1usize {
            let mut old = [0i32; 4];
            for t in par(0..4) {
                old[t] = tile[t];
            }
            for t in par(0..4) {
                let i = g * 4 + t;
                let b = z[i % z.len()];
                let c = (i as u32).wrapping_mul(2654435769);
                tile[t] = old[4 - 1 - t] ^ (if c & 3 == 1 { b } else { TABLE[(c % 5) as usize] });
            }
        }
        let mut s1 = 7i32;
        for t in par(0..4) {
            let i = g * 4 + t;
            let b = z[i % z.len()];
            let c = (i as u32).wrapping_mul(2654435769);
            s1 = s1.wrapping_add((908i32 >> 26));
        }
        for t in par(0..4) {
            let i = g * 4 + t;
            if i < w.len() {
                w[i] = w[i] ^ tile[4 - 1 - t] ^ s1;
            }
        }
    }
}

#[kernel]
pub fn random_46(x: &[f32], z: &[i32], y: &mut [f32], w: &mut [i32]) {
    'p: for i in par(0..y.len()) {
        let mut a = x[i];
        let mut b = z[i];
        let mut c = (i as u32).wrapping_mul(2654435769);
        let mut d = 0.5f32;
        'l1: for t1 in 0..(c & 3) {
            c = c.wrapping_add(t1);
            match c & 7 {
                0 | 5 => {
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                    b = (((c as i32) >> 7) / 7);
                    if (z[i] != b) {
                        c ^= 0x55;
                        break;
                    }
                }
                n @ 2..=4 if n > 0 && (z[(c as usize) % z.len()] != 737i32 || ((c as i32) != b)) => {
                    c = c.wrapping_add(n);
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                }
                ..1 => {
                    d += (x[i] / (x[i] + 3.5));
                }
                n => {
                    c = c.wrapping_add(n);
                    a = (d * d).abs().sqrt();
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                }
            }
            let mut t2 = 0u32;
            'l2: loop {
                t2 += 1;
                if t2 > 6 { break; }
                a = (x[(c as usize) % x.len()].floor() - (582i32 as f32));
                match 7 {
                    0 | 5 => {
                        c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                        d *= (if (c & 3 == 1) { a } else { d });
                        c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                    }
                    n @ 2..=4 if n > 0 && (781i32 != b) => {
                        c = c.wrapping_add(n);
                        c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                        c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                    }
                    ..1 => {
                        b = (b / 7).min((x[i] as i32));
                        if (((c as i32) / 7) >= (c as i32).wrapping_sub(z[(c as usize) % z.len()])) {
                            c ^= 0x55;
                            break;
                        }
                        b = (17i32.wrapping_add(z[i]) ^ (z[i] & (c as i32)));
                    }
                    n => {
                        c = c.wrapping_add(n);
                        b = ((z[(c as usize) % z.len()] >> 24) & z[(c as usize) % z.len()].wrapping_sub(b));
                        a = (x[i] * x[i]).abs().sqrt();
                        c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                        d += (d / (d + 3.5));
                    }
                }
                d -= (x[i] * d);
                c = c.wrapping_mul(1664525).wrapping_add(1013904223);
            }
            'l3: for t3 in (0..c & 3).rev() {
                c = c.wrapping_add(t3);
                if (((c as i32) >> 3) >= (z[(c as usize) % z.len()] & b) || (x[(c as usize) % x.len()].abs().sqrt() < (if ((b / 7) >= (c as i32).wrapping_sub(z[(c as usize) % z.len()]) && ((3.86f32 + x[i]) < x[i].abs().sqrt())) { d } else { d }) && ((if (b != 111i32 && (z[i] != z[i])) { x[(c as usize) % x.len()] } else { 2.76f32 }) < (x[(c as usize) % x.len()] / (x[(c as usize) % x.len()] + 3.5))))) {
                    d = ((x[i] * a) / ((x[(c as usize) % x.len()] - 3.69f32) + 3.5));
                } else {
                    d -= (a - x[(c as usize) % x.len()]);
                    if ((z[(c as usize) % z.len()] & b) >= z[i].min(z[(c as usize) % z.len()])) {
                        c ^= 0x55;
                        continue 'l3;
                    }
                }
            }
        }
        if ((c as i32).wrapping_mul(z[i]) >= (z[i] / 7) && ((x[(c as usize) % x.len()] * 2.86f32) < (if (c & 3 == 1 && ((x[i] as i32) >= (z[(c as usize) % z.len()] >> 17))) { d } else { a }))) {
            d *= (x[i] * a);
            if ((d - 0.81f32) < (3.31f32 + x[i])) {
                c ^= 0x55;
                y[i] = a - d;
                w[i] = b ^ (c as i32);
                continue 'p;
            }
        } else {
            'l4: for t4 in (c & 1)..=3 {
                c = c.wrapping_add(t4);
                if (428i32.min(z[i]) >= 177i32.wrapping_sub(748i32)) {
                    c ^= 0x55;
                    continue 'l4;
                }
                c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                'l5: for t5 in (0..=(z.len() as u32 & 3)).rev() {
                    c = c.wrapping_add(t5);
                    d = (a / (a + 3.5)).abs().sqrt();
                    if (c & 3 == 1 || (324i32 != z[i])) {
                        c ^= 0x55;
                        break 'l4;
                    }
                    d *= (x[(c as usize) % x.len()] - 3.53f32);
                }
                b = (34i32.min(z[(c as usize) % z.len()]) >> 27);
            }
        }
        y[i] = a + d;
        w[i] = b ^ (c as i32);
    }
}

#[kernel]
pub fn random_47(x: &[f32], z: &[i32], y: &mut [f32], w: &mut [i32]) {
    'p: for i in par(0..y.len()) {
        let mut a = x[i];
        let mut b = z[i];
        let mut c = (i as u32).wrapping_mul(2654435769);
        let mut d = 0.5f32;
        let mut e = [x[i], 1.5, a * 0.5, 0.25];
        let mut g = [[b, 3], [b >> 3, -1]];
        let mut p = (d, b);
        p = (d, z[i].min(z[i]));
        y[i] = a + d + e[1] + p.0;
        w[i] = b ^ (c as i32) ^ g[1][0] ^ p.1;
    }
     {
        let (a1, a2) = w.split_at_mut(z.len() / 2);
        for i in par(0..a1.len()) {
            let t = a1[i];
            a1[i] = a2[i] ^ z[i];
            a2[i] = t;
        }
    }
    let mut s3 = -5i32;
    let mut s4 = 0i32;
    for i in par(0..z.len()) {
        let b = z[i];
        let c = (i as u32).wrapping_mul(2654435769);
        w[i] = w[i] ^ s3 ^ s4;
        s3 = s3.max((TABLE[(c % 5) as usize] & (c as i32)));
        s4 |= b.max(b);
    }
    w[0] = w[0] ^ s3;
    let mut s5 = -5i32;
    let mut s6 = 0i32;
    for i in par(0..z.len()) {
        let b = z[i];
        let c = (i as u32).wrapping_mul(2654435769);
        s5 = s5.max(middle(b, z[(c >> 3) as usize % z.len()], b));
        if b > 771i32 {
            s6 ^= (344i32 & TABLE[(c % 5) as usize]);
        }
        w[i] = w[i] ^ s5 ^ s6;
    }
    w[0] = w[0] ^ s5;
}

#[kernel]
pub fn random_48(x: &[f32], z: &[i32], y: &mut [f32], w: &mut [i32]) {
    'p: for i in par(0..y.len()) {
        let mut a = x[i];
        let mut b = z[i];
        let mut c = (i as u32).wrapping_mul(2654435769);
        let mut d = 0.5f32;
        if ((d / (x[(c as usize) % x.len()] + 3.5)) < (x[(c as usize) % x.len()] * a) || (z[(c as usize) % z.len()] != (c as i32))) {
            c ^= 0x55;
            y[i] = a - d;
            w[i] = b ^ (c as i32);
            continue 'p;
        }
        a = (a + 3.26f32).abs().sqrt();
        'l1: for t1 in (c & 1)..=3 {
            c = c.wrapping_add(t1);
            if (c & 3 == 1 || (291i32 != z[i] || (c & 3 == 1))) {
                d = ((if (c & 3 == 1) { a } else { d }) + (d + d));
                match (b as u32) & 7 {
                    2 | 5 => {
                        b = ((c as i32) & 297i32).wrapping_sub((b / 7));
                        a = ((if ((z[(c as usize) % z.len()] as f32) < x[i].floor()) { x[(c as usize) % x.len()] } else { a }) * (if ((b >> 29) >= 471i32.min(z[i])) { a } else { x[(c as usize) % x.len()] }));
                        d += (7i32 as f32);
                        d += 0.32f32.floor();
                    }
                    n @ 2..=4 if n > 2 && (c & 3 == 1) => {
                        c = c.wrapping_add(n);
                        c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                        a = (a / (x[i] + 3.5)).abs().sqrt();
                        a = (b as f32).floor();
                        a = ((a / (a + 3.5)) * (if (b != z[i]) { d } else { x[i] }));
                    }
                    ..3 => {
                        b = b.wrapping_sub((c as i32)).wrapping_sub((640i32 ^ z[(c as usize) % z.len()]));
                        if ((if (b.wrapping_add(z[i]) >= (z[i] >> 26)) { a } else { a }) < (d / (x[i] + 3.5)) && ((z[(c as usize) % z.len()] / 7) >= z[(c as usize) % z.len()].min(z[(c as usize) % z.len()]))) {
                            c ^= 0x55;
                            y[i] = a - d;
                            w[i] = b ^ (c as i32);
                            continue 'p;
                        }
                    }
                    n => {
                        c = c.wrapping_add(n);
                        d += 1.22f32.abs().sqrt();
                        d *= (a - a);
                        d += a.abs().sqrt();
                    }
                }
                c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                'l2: for t2 in (0..=(b as u32 & 3)).rev() {
                    c = c.wrapping_add(t2);
                    b = (b & (c as i32)).wrapping_add(987i32.wrapping_sub(14i32));
                    d *= a.floor();
                }
            } else {
                if (d.floor() < ((c as i32) as f32) || (a.abs().sqrt() < a.floor())) {
                    b = z[(c as usize) % z.len()].min(b).wrapping_mul((c as i32).wrapping_add(z[(c as usize) % z.len()]));
                    if ((z[i] / 7) >= z[i].wrapping_sub(461i32) || ((c as i32) != z[i])) {
                        c ^= 0x55;
                        break;
                    }
                    d += (3.80f32 * a);
                } else {
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                    d *= x[i].abs().sqrt();
                    a = ((x[(c as usize) % x.len()] - a) + ((c as i32) as f32));
                }
            }
            a = ((3.5f32 * x[i]) + (x[i] / (x[i] + 3.5)));
        }
        y[i] = a + d;
        w[i] = b ^ (c as i32);
    }
}

#[kernel]
pub fn random_49(x: &[f32], z: &[i32], y: &mut [f32], w: &mut [i32]) {
    'p: for i in par(0..y.len()) {
        let mut a = x[i];
        let mut b = z[i];
        let mut c = (i as u32).wrapping_mul(2654435769);
        let mut d = 0.5f32;
        d -= (x[(c as usize) % x.len()] + d);
        if ((b & z[(c as usize) % z.len()]) >= (x[(c as usize) % x.len()] as i32)) {
            c = c.wrapping_mul(1664525).wrapping_add(1013904223);
            'l1: for t1 in (0..c & 3).rev() {
                c = c.wrapping_add(t1);
                d -= (b as f32);
                if (173i32 != z[(c as usize) % z.len()] || (z[i] != b)) {
                    d += (if (z[(c as usize) % z.len()] != (c as i32)) { a } else { 0.55f32 });
                    if ((c as i32) != z[(c as usize) % z.len()] || (a.floor() < (a - x[i]))) {
                        c ^= 0x55;
                        y[i] = a - d;
                        w[i] = b ^ (c as i32);
                        continue;
                    }
                    if ((d * 0.8f32) < (a * d)) {
                        c ^= 0x55;
                        continue;
                    }
                    if (2.42f32.abs().sqrt() < ((c as i32) as f32) || (c & 3 == 1)) {
                        c ^= 0x55;
                        break 'l1;
                    }
                } else {
                    d = ((2.45f32 + a) + (2.32f32 * 2.56f32));
                }
            }
            let mut t2 = 0u32;
            'l2: loop {
                t2 += 1;
                if t2 > 6 { break; }
                'l3: for t3 in (1..4u32).step_by(3) {
                    c = c.wrapping_add(t3);
                    d *= (x[i] - a);
                    d *= (a / (x[i] + 3.5));
                    if ((c as i32) != 796i32 && ((d * a) < 1.72f32.abs().sqrt())) {
                        c ^= 0x55;
                        continue 'l3;
                    }
                    d *= (a - x[i]);
                }
            }
        } else {
            d -= (x[i] + x[i]);
            let mut t4 = 0i32;
            'l4: while t4 < (b & 7) && (b != (c as i32)) {
                t4 += 1;
                'l5: for t5 in 0..2u32 {
                    c = c.wrapping_add(t5);
                    d += (if (c & 3 == 1 || (577i32 != z[(c as usize) % z.len()])) { x[(c as usize) % x.len()] } else { x[i] });
                }
                'l6: for t6 in (1..(z.len() as u32 & 3)).step_by(3) {
                    c = c.wrapping_add(t6);
                    d -= (b as f32);
                    if (((c as i32) >> 5) >= 314i32.wrapping_mul(z[(c as usize) % z.len()])) {
                        c ^= 0x55;
                        continue;
                    }
                }
                if (c & 3 == 1) {
                    c ^= 0x55;
                    y[i] = a - d;
                    w[i] = b ^ (c as i32);
                    continue 'p;
                }
                'l7: for t7 in (c & 1)..=3 {
                    c = c.wrapping_add(t7);
                    if (((c as i32) & 862i32) >= (201i32 & (c as i32)) && ((c as i32).wrapping_mul((c as i32)) >= 908i32.wrapping_add((c as i32)))) {
                        c ^= 0x55;
                        y[i] = a - d;
                        w[i] = b ^ (c as i32);
                        continue;
                    }
                    d *= (0.46f32 - 1.8f32);
                }
            }
            let mut t8 = 0i32;
            'l8: while t8 < (b & 7) && ((z[i] ^ b) >= (c as i32).wrapping_sub(z[i])) {
                t8 += 1;
                if (((c as i32) as f32) < (z[(c as usize) % z.len()] as f32)) {
                    c ^= 0x55;
                    break 'l8;
                }
                match (b as u32) & 7 {
                    0 | 5 => {
                        a = 0.68f32.floor().abs().sqrt();
                    }
                    n @ 2..=4 if n > 0 && (1.14f32.floor() < (x[i] - d)) => {
                        c = c.wrapping_add(n);
                        a = ((1.97f32 * a) / (x[(c as usize) % x.len()].floor() + 3.5));
                        if (c & 3 == 1) {
                            c ^= 0x55;
                            continue 'l8;
                        }
                        if ((x[i] as i32) >= (b >> 27) && ((c as i32) != z[i])) {
                            c ^= 0x55;
                            continue 'l8;
                        }
                        d += (1.12f32 - x[i]);
                    }
                    ..1 => {
                        b = (((c as i32) ^ 755i32) / 7);
                    }
                    n => {
                        c = c.wrapping_add(n);
                        d = ((x[i] + d) - x[(c as usize) % x.len()].floor());
                        c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                    }
                }
                if (1.71f32.abs().sqrt() < (if ((b >> 17) >= (d as i32) && ((c as i32) != z[i])) { x[(c as usize) % x.len()] } else { 2.85f32 })) {
                    c ^= 0x55;
                    break;
                }
            }
            b = ((0.88f32 + x[(c as usize) % x.len()]) as i32);
        }
        if ((c as i32) != z[i] && (z[i].wrapping_sub(z[(c as usize) % z.len()]) >= (1.45f32 as i32) || (((c as i32) as f32) < (z[i] as f32)))) {
            let mut t9 = 0u32;
            'l9: loop {
                t9 += 1;
                if t9 > 6 { break; }
                c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                'l10: for t10 in (u32::MAX - 2..=u32::MAX).rev().step_by(1) {
                    c = c.wrapping_add(t10);
                    d += (a * x[i]);
                    b = (z[(c as usize) % z.len()].wrapping_mul(b) ^ z[(c as usize) % z.len()].min(z[(c as usize) % z.len()]));
                }
            }
            c = c.wrapping_mul(1664525).wrapping_add(1013904223);
            match 7 {
                1 | 5 => {
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                }
                n @ 2..=4 if n > 1 && ((d * a) < (if ((968i32 ^ (c as i32)) >= (c as i32).wrapping_sub(b) || (c & 3 == 1)) { x[i] } else { d })) => {
                    c = c.wrapping_add(n);
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                    b = z[(c as usize) % z.len()].wrapping_add(b).wrapping_add(348i32.wrapping_add((c as i32)));
                }
                ..2 => {
                    d += (377i32 as f32);
                }
                n => {
                    c = c.wrapping_add(n);
                    b = (1.19f32 as i32).wrapping_mul(b.wrapping_mul((c as i32)));
                }
            }
            'l11: for t11 in (u32::MAX - 3..=u32::MAX).rev().step_by(2) {
                c = c.wrapping_add(t11);
                'l12: for t12 in 0..=(z.len() as u32 & 3) {
                    c = c.wrapping_add(t12);
                    b = (339i32 & (c as i32)).wrapping_sub(((c as i32) / 7));
                    if ((if (b != (c as i32)) { 2.29f32 } else { x[i] }) < (d / (x[(c as usize) % x.len()] + 3.5)) && (x[i].abs().sqrt() < (x[(c as usize) % x.len()] + x[i]))) {
                        c ^= 0x55;
                        continue;
                    }
                }
                'l13: for t13 in 0..=(b as u32 & 3) {
                    c = c.wrapping_add(t13);
                    if (z[i] != b && (110i32.min((c as i32)) >= ((c as i32) / 7))) {
                        c ^= 0x55;
                        y[i] = a - d;
                        w[i] = b ^ (c as i32);
                        continue 'p;
                    }
                    if (782i32.wrapping_mul(b) >= b.wrapping_add((c as i32))) {
                        c ^= 0x55;
                        continue;
                    }
                    a = (2.32f32.abs().sqrt() / ((1.89f32 / (x[(c as usize) % x.len()] + 3.5)) + 3.5));
                    if (c & 3 == 1) {
                        c ^= 0x55;
                        continue 'l11;
                    }
                }
                let mut t14 = 0u32;
                'l14: loop {
                    t14 += 1;
                    if t14 > 6 { break; }
                    b = ((b / 7) >> 26);
                    b = ((d / (a + 3.5)) as i32);
                    b = z[i].min((c as i32)).wrapping_add(((c as i32) ^ z[i]));
                    d = 0.4f32.floor().floor();
                }
                let mut t15 = 0u32;
                'l15: loop {
                    t15 += 1;
                    if t15 > 6 { break; }
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                    d += (if ((x[i] / (d + 3.5)) < (x[(c as usize) % x.len()] + 0.0f32) && (b != z[(c as usize) % z.len()])) { x[(c as usize) % x.len()] } else { x[(c as usize) % x.len()] });
                    d *= (if ((z[(c as usize) % z.len()] ^ (c as i32)) >= z[(c as usize) % z.len()].min((c as i32)) || ((z[(c as usize) % z.len()] / 7) >= (x[i] as i32))) { 2.76f32 } else { d });
                }
            }
        }
        let mut t16 = 0u32;
        'l16: loop {
            t16 += 1;
            if t16 > 6 { break; }
            if (b != b && (z[(c as usize) % z.len()].wrapping_mul(b) >= (z[(c as usize) % z.len()] / 7) && (b.wrapping_sub(948i32) >= (3.20f32 as i32)))) {
                c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                let mut t17 = 0u32;
                'l17: loop {
                    t17 += 1;
                    if t17 > 6 { break; }
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                    if (c & 3 == 1) {
                        c ^= 0x55;
                        break;
                    }
                }
                if (b != 674i32 || ((z[i] >> 4) >= (c as i32).wrapping_add(z[i]))) {
                    c ^= 0x55;
                    continue 'l16;
                }
                'l18: for t18 in 0..=(z.len() as u32 & 3) {
                    c = c.wrapping_add(t18);
                    b = (294i32 ^ b).wrapping_mul((c as i32).wrapping_mul(z[(c as usize) % z.len()]));
                }
            }
            'l19: for t19 in 0..5u32 {
                c = c.wrapping_add(t19);
                match 7 {
                    0 | 5 => {
                        d *= (z[i] as f32);
                        a = (a.abs().sqrt() + x[i].abs().sqrt());
                        b = z[i].wrapping_add(z[i]).wrapping_mul(z[i].wrapping_add(b));
                    }
                    n @ 2..=4 if n > 0 && ((z[(c as usize) % z.len()] & 585i32) >= (c as i32).min((c as i32))) => {
                        c = c.wrapping_add(n);
                        a = (if (((c as i32) / 7) >= (1.50f32 as i32) || ((b ^ (c as i32)) >= ((c as i32) & (c as i32)))) { (a - d) } else { (d + d) });
                    }
                    ..1 => {
                        d += d.abs().sqrt();
                        b = ((d as i32) & (z[i] / 7));
                        if (z[(c as usize) % z.len()] != b) {
                            c ^= 0x55;
                            break;
                        }
                        c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                    }
                    n => {
                        c = c.wrapping_add(n);
                        d = (x[(c as usize) % x.len()] * x[i]).abs().sqrt();
                        d += (if (b != z[i]) { a } else { d });
                    }
                }
                d *= (a / (1.26f32 + 3.5));
                'l20: for t20 in (1..4u32).step_by(3) {
                    c = c.wrapping_add(t20);
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                    d *= (z[i] as f32);
                    a = (z[i] as f32).floor();
                }
                'l21: for t21 in (1..(z.len() as u32 & 3)).step_by(2) {
                    c = c.wrapping_add(t21);
                    b = ((a + x[(c as usize) % x.len()]) as i32);
                }
            }
        }
        y[i] = a + d;
        w[i] = b ^ (c as i32);
    }
    for i in par(0..z.len()) {
        let b = z[i];
        let c = (i as u32).wrapping_mul(2654435769);
        w[(c >> 5) as usize % w.len()] = w[(c >> 5) as usize % w.len()].min((c as i32).wrapping_add(b));
    }
    let mut s1 = -5i32;
    for i in par(0..z.len()) {
        let b = z[i];
        let c = (i as u32).wrapping_mul(2654435769);
        w[i] = w[i] ^ s1;
        for t3 in 0..(c & 3) {
            s1 = s1.max(b.wrapping_add(z[(c >> 3) as usize % z.len()]));
        }
    }
    w[0] = w[0] ^ s1;
    let mut n4 = 0;
    for i in par(0..z.len()) {
        let b = z[i];
        let c = (i as u32).wrapping_mul(2654435769);
        if b > b {
            w[n4] = (b ^ z[(c >> 3) as usize % z.len()]);
            n4 += 1;
        }
    }
    w[0] = w[0] ^ (n4 as i32);
}

pub fn each(mut run: impl FnMut(&'static str, crate::Plain, crate::OnDevice)) {
    run("random_0", random_0, |d, x, z, y, w| random_0::run(d, x, z, &mut *y, &mut *w));
    run("random_1", random_1, |d, x, z, y, w| random_1::run(d, x, z, &mut *y, &mut *w));
    run("random_2", random_2, |d, x, z, y, w| random_2::run(d, x, z, &mut *y, &mut *w));
    run("random_3", random_3, |d, x, z, y, w| random_3::run(d, x, z, &mut *y, &mut *w));
    run("random_4", random_4, |d, x, z, y, w| random_4::run(d, x, z, &mut *y, &mut *w));
    run("random_5", random_5, |d, x, z, y, w| random_5::run(d, x, z, &mut *y, &mut *w));
    run("random_6", random_6, |d, x, z, y, w| random_6::run(d, x, z, &mut *y, &mut *w));
    run("random_7", random_7, |d, x, z, y, w| random_7::run(d, x, z, &mut *y, &mut *w));
    run("random_8", random_8, |d, x, z, y, w| random_8::run(d, x, z, &mut *y, &mut *w));
    run("random_9", random_9, |d, x, z, y, w| random_9::run(d, x, z, &mut *y, &mut *w));
    run("random_10", random_10, |d, x, z, y, w| random_10::run(d, x, z, &mut *y, &mut *w));
    run("random_11", random_11, |d, x, z, y, w| random_11::run(d, x, z, &mut *y, &mut *w));
    run("random_12", random_12, |d, x, z, y, w| random_12::run(d, x, z, &mut *y, &mut *w));
    run("random_13", random_13, |d, x, z, y, w| random_13::run(d, x, z, &mut *y, &mut *w));
    run("random_14", random_14, |d, x, z, y, w| random_14::run(d, x, z, &mut *y, &mut *w));
    run("random_15", random_15, |d, x, z, y, w| random_15::run(d, x, z, &mut *y, &mut *w));
    run("random_16", random_16, |d, x, z, y, w| random_16::run(d, x, z, &mut *y, &mut *w));
    run("random_17", random_17, |d, x, z, y, w| random_17::run(d, x, z, &mut *y, &mut *w));
    run("random_18", random_18, |d, x, z, y, w| random_18::run(d, x, z, &mut *y, &mut *w));
    run("random_19", random_19, |d, x, z, y, w| random_19::run(d, x, z, &mut *y, &mut *w));
    run("random_20", random_20, |d, x, z, y, w| random_20::run(d, x, z, &mut *y, &mut *w));
    run("random_21", random_21, |d, x, z, y, w| random_21::run(d, x, z, &mut *y, &mut *w));
    run("random_22", random_22, |d, x, z, y, w| random_22::run(d, x, z, &mut *y, &mut *w));
    run("random_23", random_23, |d, x, z, y, w| random_23::run(d, x, z, &mut *y, &mut *w));
    run("random_24", random_24, |d, x, z, y, w| random_24::run(d, x, z, &mut *y, &mut *w));
    run("random_25", random_25, |d, x, z, y, w| random_25::run(d, x, z, &mut *y, &mut *w));
    run("random_26", random_26, |d, x, z, y, w| random_26::run(d, x, z, &mut *y, &mut *w));
    run("random_27", random_27, |d, x, z, y, w| random_27::run(d, x, z, &mut *y, &mut *w));
    run("random_28", random_28, |d, x, z, y, w| random_28::run(d, x, z, &mut *y, &mut *w));
    run("random_29", random_29, |d, x, z, y, w| random_29::run(d, x, z, &mut *y, &mut *w));
    run("random_30", random_30, |d, x, z, y, w| random_30::run(d, x, z, &mut *y, &mut *w));
    run("random_31", random_31, |d, x, z, y, w| random_31::run(d, x, z, &mut *y, &mut *w));
    run("random_32", random_32, |d, x, z, y, w| random_32::run(d, x, z, &mut *y, &mut *w));
    run("random_33", random_33, |d, x, z, y, w| random_33::run(d, x, z, &mut *y, &mut *w));
    run("random_34", random_34, |d, x, z, y, w| random_34::run(d, x, z, &mut *y, &mut *w));
    run("random_35", random_35, |d, x, z, y, w| random_35::run(d, x, z, &mut *y, &mut *w));
    run("random_36", random_36, |d, x, z, y, w| random_36::run(d, x, z, &mut *y, &mut *w));
    run("random_37", random_37, |d, x, z, y, w| random_37::run(d, x, z, &mut *y, &mut *w));
    run("random_38", random_38, |d, x, z, y, w| random_38::run(d, x, z, &mut *y, &mut *w));
    run("random_39", random_39, |d, x, z, y, w| random_39::run(d, x, z, &mut *y, &mut *w));
    run("random_40", random_40, |d, x, z, y, w| random_40::run(d, x, z, &mut *y, &mut *w));
    run("random_41", random_41, |d, x, z, y, w| random_41::run(d, x, z, &mut *y, &mut *w));
    run("random_42", random_42, |d, x, z, y, w| random_42::run(d, x, z, &mut *y, &mut *w));
    run("random_43", random_43, |d, x, z, y, w| random_43::run(d, x, z, &mut *y, &mut *w));
    run("random_44", random_44, |d, x, z, y, w| random_44::run(d, x, z, &mut *y, &mut *w));
    run("random_45", random_45, |d, x, z, y, w| random_45::run(d, x, z, &mut *y, &mut *w));
    run("random_46", random_46, |d, x, z, y, w| random_46::run(d, x, z, &mut *y, &mut *w));
    run("random_47", random_47, |d, x, z, y, w| random_47::run(d, x, z, &mut *y, &mut *w));
    run("random_48", random_48, |d, x, z, y, w| random_48::run(d, x, z, &mut *y, &mut *w));
    run("random_49", random_49, |d, x, z, y, w| random_49::run(d, x, z, &mut *y, &mut *w));
}
