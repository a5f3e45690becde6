;; The bootstrap's five loops over firms, in 64 replicates (lanes) at a time. plain-kernel.ts does
;; the same operations in the same order, so that both give the same bits: multiplications and
;; additions of float64 are rounded alike everywhere, and none is left out or put together here.
(module
  (memory (import "kernel" "memory") 1)

  ;; Bytes 0-255: t by a word's first byte, 255 where that leaves it open.
  ;; Bytes 256-319: bounds of t; bytes 320-323: how many there are.
  (func $number (param $word i32) (result i32)
    (local $t i32)
    (local.set $t (i32.load8_u (i32.shr_u (local.get $word) (i32.const 24))))
    (if (i32.ne (local.get $t) (i32.const 255)) (then (return (local.get $t))))
    (local.set $t (i32.const 0))
    (block $found
      (loop $next
        (br_if $found (i32.ge_u (local.get $t) (i32.load offset=320 (i32.const 0))))
        (br_if $found
          (i32.lt_u (local.get $word) (i32.load offset=256 (i32.shl (local.get $t) (i32.const 2)))))
        (local.set $t (i32.add (local.get $t) (i32.const 1)))
        (br $next)))
    (local.get $t))

  ;; 64 numbers a firm by Philox4x32-10; four replicates share a block. $ids has two words a firm.
  (func (export "draw")
    (param $numbers i32) (param $ids i32) (param $firms i32)
    (param $key0 i32) (param $key1 i32) (param $quarter i32)
    (local $end i32) (local $lanes i32) (local $round i32)
    (local $c0 i32) (local $c1 i32) (local $c2 i32) (local $c3 i32) (local $k0 i32) (local $k1 i32)
    (local $p0 i64) (local $p1 i64)
    (local.set $end (i32.add (local.get $numbers) (i32.shl (local.get $firms) (i32.const 6))))
    (block $done
      (loop $firm
        (br_if $done (i32.ge_u (local.get $numbers) (local.get $end)))
        (local.set $lanes (i32.const 0))
        (loop $block
          (local.set $c0 (i32.load (local.get $ids)))
          (local.set $c1 (i32.load offset=4 (local.get $ids)))
          (local.set $c2 (i32.add (local.get $quarter) (local.get $lanes)))
          (local.set $c3 (i32.const 0))
          (local.set $k0 (local.get $key0))
          (local.set $k1 (local.get $key1))
          (local.set $round (i32.const 10))
          (loop $again
            (local.set $p0 (i64.mul (i64.extend_i32_u (local.get $c0)) (i64.const 0xd2511f53)))
            (local.set $p1 (i64.mul (i64.extend_i32_u (local.get $c2)) (i64.const 0xcd9e8d57)))
            (local.set $c0
              (i32.xor
                (i32.xor (i32.wrap_i64 (i64.shr_u (local.get $p1) (i64.const 32))) (local.get $c1))
                (local.get $k0)))
            (local.set $c1 (i32.wrap_i64 (local.get $p1)))
            (local.set $c2
              (i32.xor
                (i32.xor (i32.wrap_i64 (i64.shr_u (local.get $p0) (i64.const 32))) (local.get $c3))
                (local.get $k1)))
            (local.set $c3 (i32.wrap_i64 (local.get $p0)))
            (local.set $k0 (i32.add (local.get $k0) (i32.const 0x9e3779b9)))
            (local.set $k1 (i32.add (local.get $k1) (i32.const 0xbb67ae85)))
            (br_if $again (local.tee $round (i32.sub (local.get $round) (i32.const 1)))))
          (i32.store8 (local.get $numbers) (call $number (local.get $c0)))
          (i32.store8 offset=1 (local.get $numbers) (call $number (local.get $c1)))
          (i32.store8 offset=2 (local.get $numbers) (call $number (local.get $c2)))
          (i32.store8 offset=3 (local.get $numbers) (call $number (local.get $c3)))
          (local.set $numbers (i32.add (local.get $numbers) (i32.const 4)))
          (br_if $block
            (i32.lt_u (local.tee $lanes (i32.add (local.get $lanes) (i32.const 1))) (i32.const 16))))
        (local.set $ids (i32.add (local.get $ids) (i32.const 8)))
        (br $firm))))

  ;; drawn[cell][lane] += t[firm][lane]
  (func (export "countCells") (param $drawn i32) (param $numbers i32) (param $cellOf i32) (param $firms i32)
    (local $end i32) (local $into i32) (local $lane i32) (local $t v128) (local $half v128)
    (local.set $end (i32.add (local.get $cellOf) (i32.shl (local.get $firms) (i32.const 2))))
    (block $done
      (loop $firm
        (br_if $done (i32.ge_u (local.get $cellOf) (local.get $end)))
        (local.set $into
          (i32.add (local.get $drawn) (i32.shl (i32.load (local.get $cellOf)) (i32.const 8))))
        (local.set $lane (i32.const 0))
        (loop $lanes
          (local.set $t (v128.load (local.get $numbers)))
          (local.set $half (i16x8.extend_low_i8x16_u (local.get $t)))
          (v128.store (local.get $into)
            (i32x4.add (v128.load (local.get $into)) (i32x4.extend_low_i16x8_u (local.get $half))))
          (v128.store offset=16 (local.get $into)
            (i32x4.add (v128.load offset=16 (local.get $into)) (i32x4.extend_high_i16x8_u (local.get $half))))
          (local.set $half (i16x8.extend_high_i8x16_u (local.get $t)))
          (v128.store offset=32 (local.get $into)
            (i32x4.add (v128.load offset=32 (local.get $into)) (i32x4.extend_low_i16x8_u (local.get $half))))
          (v128.store offset=48 (local.get $into)
            (i32x4.add (v128.load offset=48 (local.get $into)) (i32x4.extend_high_i16x8_u (local.get $half))))
          (local.set $numbers (i32.add (local.get $numbers) (i32.const 16)))
          (local.set $into (i32.add (local.get $into) (i32.const 64)))
          (br_if $lanes
            (i32.lt_u (local.tee $lane (i32.add (local.get $lane) (i32.const 16))) (i32.const 64))))
        (local.set $cellOf (i32.add (local.get $cellOf) (i32.const 4)))
        (br $firm))))

  ;; Eight replicates: weights[cell] *= steps[before[cell]]; sums[places[cell]] += weights[cell]
  (func (export "rakePass")
    (param $weights i32) (param $cells i32)
    (param $before i32) (param $steps i32) (param $places i32) (param $sums i32)
    (local $end i32) (local $step i32) (local $sum i32) (local $w v128)
    (local.set $end (i32.add (local.get $weights) (i32.shl (local.get $cells) (i32.const 6))))
    (block $done
      (loop $cell
        (br_if $done (i32.ge_u (local.get $weights) (local.get $end)))
        (local.set $step
          (i32.add (local.get $steps) (i32.shl (i32.load (local.get $before)) (i32.const 6))))
        (local.set $sum
          (i32.add (local.get $sums) (i32.shl (i32.load (local.get $places)) (i32.const 6))))
        (local.set $w (f64x2.mul (v128.load (local.get $weights)) (v128.load (local.get $step))))
        (v128.store (local.get $weights) (local.get $w))
        (v128.store (local.get $sum) (f64x2.add (v128.load (local.get $sum)) (local.get $w)))
        (local.set $w
          (f64x2.mul (v128.load offset=16 (local.get $weights)) (v128.load offset=16 (local.get $step))))
        (v128.store offset=16 (local.get $weights) (local.get $w))
        (v128.store offset=16 (local.get $sum)
          (f64x2.add (v128.load offset=16 (local.get $sum)) (local.get $w)))
        (local.set $w
          (f64x2.mul (v128.load offset=32 (local.get $weights)) (v128.load offset=32 (local.get $step))))
        (v128.store offset=32 (local.get $weights) (local.get $w))
        (v128.store offset=32 (local.get $sum)
          (f64x2.add (v128.load offset=32 (local.get $sum)) (local.get $w)))
        (local.set $w
          (f64x2.mul (v128.load offset=48 (local.get $weights)) (v128.load offset=48 (local.get $step))))
        (v128.store offset=48 (local.get $weights) (local.get $w))
        (v128.store offset=48 (local.get $sum)
          (f64x2.add (v128.load offset=48 (local.get $sum)) (local.get $w)))
        (local.set $weights (i32.add (local.get $weights) (i32.const 64)))
        (local.set $before (i32.add (local.get $before) (i32.const 4)))
        (local.set $places (i32.add (local.get $places) (i32.const 4)))
        (br $cell))))

  ;; weights[firm] = factors[cell of firm] * (least + step * t[firm]); totals += weights[firm]
  (func (export "weigh")
    (param $weights i32) (param $numbers i32) (param $cellOf i32) (param $firms i32)
    (param $factors i32) (param $least i32) (param $totals i32) (param $step f64)
    (local $end i32) (local $factor i32) (local $lane i32) (local $at i32) (local $t v128) (local $w v128)
    (local $kappa v128)
    (local.set $kappa (f64x2.splat (local.get $step)))
    (local.set $end (i32.add (local.get $cellOf) (i32.shl (local.get $firms) (i32.const 2))))
    (block $done
      (loop $firm
        (br_if $done (i32.ge_u (local.get $cellOf) (local.get $end)))
        (local.set $factor
          (i32.add (local.get $factors) (i32.shl (i32.load (local.get $cellOf)) (i32.const 9))))
        (local.set $lane (i32.const 0))
        (loop $lanes
          (local.set $t
            (i32x4.extend_low_i16x8_u (i16x8.extend_low_i8x16_u (v128.load32_zero (local.get $numbers)))))
          (local.set $w
            (f64x2.mul
              (v128.load (local.get $factor))
              (f64x2.add
                (v128.load (i32.add (local.get $least) (local.get $lane)))
                (f64x2.mul (local.get $kappa) (f64x2.convert_low_i32x4_u (local.get $t))))))
          (v128.store (local.get $weights) (local.get $w))
          (local.set $at (i32.add (local.get $totals) (local.get $lane)))
          (v128.store (local.get $at) (f64x2.add (v128.load (local.get $at)) (local.get $w)))
          (local.set $t
            (i8x16.shuffle 8 9 10 11 12 13 14 15 8 9 10 11 12 13 14 15 (local.get $t) (local.get $t)))
          (local.set $w
            (f64x2.mul
              (v128.load offset=16 (local.get $factor))
              (f64x2.add
                (v128.load offset=16 (i32.add (local.get $least) (local.get $lane)))
                (f64x2.mul (local.get $kappa) (f64x2.convert_low_i32x4_u (local.get $t))))))
          (v128.store offset=16 (local.get $weights) (local.get $w))
          (v128.store offset=16 (local.get $at)
            (f64x2.add (v128.load offset=16 (local.get $at)) (local.get $w)))
          (local.set $numbers (i32.add (local.get $numbers) (i32.const 4)))
          (local.set $weights (i32.add (local.get $weights) (i32.const 32)))
          (local.set $factor (i32.add (local.get $factor) (i32.const 32)))
          (br_if $lanes
            (i32.lt_u (local.tee $lane (i32.add (local.get $lane) (i32.const 32))) (i32.const 512))))
        (local.set $cellOf (i32.add (local.get $cellOf) (i32.const 4)))
        (br $firm))))

  ;; sums[class] += the weights of each list's firms; sixteen replicates stay in registers.
  (func (export "addClassSums")
    (param $classes i32) (param $ends i32) (param $lists i32) (param $firms i32)
    (param $weights i32) (param $sums i32)
    (local $last i32) (local $start i32) (local $end i32) (local $lane i32) (local $place i32) (local $at i32)
    (local $s0 v128) (local $s1 v128) (local $s2 v128) (local $s3 v128)
    (local $s4 v128) (local $s5 v128) (local $s6 v128) (local $s7 v128)
    (local.set $last (i32.add (local.get $ends) (i32.shl (local.get $lists) (i32.const 2))))
    (local.set $start (local.get $firms))
    (block $done
      (loop $list
        (br_if $done (i32.ge_u (local.get $ends) (local.get $last)))
        (local.set $end (i32.add (local.get $firms) (i32.load (local.get $ends))))
        (local.set $lane (i32.const 0))
        (loop $lanes
          (local.set $s0 (v128.const f64x2 0 0))
          (local.set $s1 (v128.const f64x2 0 0))
          (local.set $s2 (v128.const f64x2 0 0))
          (local.set $s3 (v128.const f64x2 0 0))
          (local.set $s4 (v128.const f64x2 0 0))
          (local.set $s5 (v128.const f64x2 0 0))
          (local.set $s6 (v128.const f64x2 0 0))
          (local.set $s7 (v128.const f64x2 0 0))
          (local.set $place (local.get $start))
          (block $summed
            (loop $firm
              (br_if $summed (i32.ge_u (local.get $place) (local.get $end)))
              (local.set $at
                (i32.add
                  (i32.add (local.get $weights) (local.get $lane))
                  (i32.shl (i32.load8_u (local.get $place)) (i32.const 9))))
              (local.set $s0 (f64x2.add (local.get $s0) (v128.load (local.get $at))))
              (local.set $s1 (f64x2.add (local.get $s1) (v128.load offset=16 (local.get $at))))
              (local.set $s2 (f64x2.add (local.get $s2) (v128.load offset=32 (local.get $at))))
              (local.set $s3 (f64x2.add (local.get $s3) (v128.load offset=48 (local.get $at))))
              (local.set $s4 (f64x2.add (local.get $s4) (v128.load offset=64 (local.get $at))))
              (local.set $s5 (f64x2.add (local.get $s5) (v128.load offset=80 (local.get $at))))
              (local.set $s6 (f64x2.add (local.get $s6) (v128.load offset=96 (local.get $at))))
              (local.set $s7 (f64x2.add (local.get $s7) (v128.load offset=112 (local.get $at))))
              (local.set $place (i32.add (local.get $place) (i32.const 1)))
              (br $firm)))
          (local.set $at
            (i32.add
              (i32.add (local.get $sums) (local.get $lane))
              (i32.shl (i32.load (local.get $classes)) (i32.const 9))))
          (v128.store (local.get $at) (f64x2.add (v128.load (local.get $at)) (local.get $s0)))
          (v128.store offset=16 (local.get $at) (f64x2.add (v128.load offset=16 (local.get $at)) (local.get $s1)))
          (v128.store offset=32 (local.get $at) (f64x2.add (v128.load offset=32 (local.get $at)) (local.get $s2)))
          (v128.store offset=48 (local.get $at) (f64x2.add (v128.load offset=48 (local.get $at)) (local.get $s3)))
          (v128.store offset=64 (local.get $at) (f64x2.add (v128.load offset=64 (local.get $at)) (local.get $s4)))
          (v128.store offset=80 (local.get $at) (f64x2.add (v128.load offset=80 (local.get $at)) (local.get $s5)))
          (v128.store offset=96 (local.get $at) (f64x2.add (v128.load offset=96 (local.get $at)) (local.get $s6)))
          (v128.store offset=112 (local.get $at) (f64x2.add (v128.load offset=112 (local.get $at)) (local.get $s7)))
          (br_if $lanes
            (i32.lt_u (local.tee $lane (i32.add (local.get $lane) (i32.const 128))) (i32.const 512))))
        (local.set $start (local.get $end))
        (local.set $classes (i32.add (local.get $classes) (i32.const 4)))
        (local.set $ends (i32.add (local.get $ends) (i32.const 4)))
        (br $list)))))
