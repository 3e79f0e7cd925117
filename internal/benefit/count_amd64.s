#include "textflag.h"

// func eightAtATime() bool
//
// AVX-512 with counts of bits (VPOPCNTDQ) and shifts over two words (VBMI2), and a system
// that keeps the wide registers.
TEXT ·eightAtATime(SB), NOSPLIT, $0-1
	MOVB $0, ret+0(FP)
	MOVL $0, AX
	MOVL $0, CX
	CPUID
	CMPL AX, $7
	JLT  no
	MOVL $1, AX
	MOVL $0, CX
	CPUID
	BTL  $27, CX // OSXSAVE
	JCC  no
	MOVL $0, CX
	XGETBV
	ANDL $0xe6, AX
	CMPL AX, $0xe6
	JNE  no
	MOVL $7, AX
	MOVL $0, CX
	CPUID
	BTL  $16, BX // AVX512F
	JCC  no
	BTL  $6, CX  // VBMI2
	JCC  no
	BTL  $14, CX // VPOPCNTDQ
	JCC  no
	MOVB $1, ret+0(FP)

no:
	RET

// func countEights(all *Months, eights int, ask *wide, counts *[4][8]uint64)
//
// Z2 and Z3 are the lower and upper words of eight persons, in some order; K1 to K4 say
// who has months enough for each of the four. Then every one is spread upwards, a step at
// a time, as far as the break that each class allows: what is one block has no break
// longer than that.
TEXT ·countEights(SB), NOSPLIT, $0-32
	MOVQ all+0(FP), SI
	MOVQ eights+8(FP), CX
	MOVQ ask+16(FP), DX
	MOVQ counts+24(FP), DI
	VPBROADCASTQ 0(DX), Z16    // months and least of the first
	VPBROADCASTQ 8(DX), Z17
	VPBROADCASTQ 16(DX), Z18   // of the second
	VPBROADCASTQ 24(DX), Z19
	VPBROADCASTQ 32(DX), Z20   // of the third
	VPBROADCASTQ 40(DX), Z21
	VPBROADCASTQ 48(DX), Z22   // of the fourth, in both words
	VPBROADCASTQ 56(DX), Z23
	VPBROADCASTQ 64(DX), Z24
	VPBROADCASTQ 72(DX), Z25   // the steps
	VPBROADCASTQ 80(DX), Z26
	VPBROADCASTQ 88(DX), Z27
	VPBROADCASTQ 96(DX), Z28
	VPBROADCASTQ 104(DX), Z29  // one
	VPXORQ Z30, Z30, Z30
	VPXORQ Z8, Z8, Z8          // the counts
	VPXORQ Z9, Z9, Z9
	VPXORQ Z10, Z10, Z10
	VPXORQ Z11, Z11, Z11
	TESTQ CX, CX
	JLE  done

next:
	VMOVDQU64 (SI), Z0
	VMOVDQU64 64(SI), Z1
	ADDQ $128, SI
	VPUNPCKLQDQ Z1, Z0, Z2
	VPUNPCKHQDQ Z1, Z0, Z3

	VPANDQ Z2, Z16, Z4
	VPANDQ Z2, Z18, Z5
	VPANDQ Z2, Z20, Z6
	VPANDQ Z2, Z22, Z7
	VPANDQ Z3, Z23, Z12
	VPOPCNTQ Z4, Z4
	VPOPCNTQ Z5, Z5
	VPOPCNTQ Z6, Z6
	VPOPCNTQ Z7, Z7
	VPOPCNTQ Z12, Z12
	VPADDQ Z7, Z12, Z7
	VPCMPUQ $5, Z17, Z4, K1
	VPCMPUQ $5, Z19, Z5, K2
	VPCMPUQ $5, Z21, Z6, K3
	VPCMPUQ $5, Z24, Z7, K4
	VPADDQ Z29, Z8, K1, Z8     // the first allows any break

	VMOVDQA64 Z3, Z4           // the first step, and the second
	VPSHLDVQ Z25, Z2, Z4
	VPORQ Z4, Z3, Z3
	VPSLLVQ Z25, Z2, Z5
	VPORQ Z5, Z2, Z2
	VMOVDQA64 Z3, Z4
	VPSHLDVQ Z26, Z2, Z4
	VPORQ Z4, Z3, Z3
	VPSLLVQ Z26, Z2, Z5
	VPORQ Z5, Z2, Z2

	VPANDQ Z2, Z18, Z6         // one block in the second's months?
	VPSUBQ Z6, Z30, Z7
	VPANDQ Z6, Z7, Z7
	VPADDQ Z6, Z7, Z7
	VPTESTNMQ Z6, Z7, K2, K5
	VPADDQ Z29, Z9, K5, Z9

	VMOVDQA64 Z3, Z4
	VPSHLDVQ Z27, Z2, Z4
	VPORQ Z4, Z3, Z3
	VPSLLVQ Z27, Z2, Z5
	VPORQ Z5, Z2, Z2

	VPANDQ Z2, Z20, Z6         // in the third's?
	VPSUBQ Z6, Z30, Z7
	VPANDQ Z6, Z7, Z7
	VPADDQ Z6, Z7, Z7
	VPTESTNMQ Z6, Z7, K3, K6
	VPADDQ Z29, Z10, K6, Z10

	VMOVDQA64 Z3, Z4
	VPSHLDVQ Z28, Z2, Z4
	VPORQ Z4, Z3, Z3
	VPSLLVQ Z28, Z2, Z5
	VPORQ Z5, Z2, Z2

	VPANDQ Z2, Z22, Z6         // in the fourth's? no more than one bit begins a block
	VPANDQ Z3, Z23, Z7
	VPSHLDQ $1, Z6, Z7, Z13
	VPADDQ Z6, Z6, Z12
	VPANDNQ Z6, Z12, Z12
	VPANDNQ Z7, Z13, Z13
	VPOPCNTQ Z12, Z12
	VPOPCNTQ Z13, Z13
	VPADDQ Z12, Z13, Z12
	VPCMPUQ $2, Z29, Z12, K4, K7
	VPADDQ Z29, Z11, K7, Z11

	DECQ CX
	JNZ  next

done:
	VMOVDQU64 Z8, (DI)
	VMOVDQU64 Z9, 64(DI)
	VMOVDQU64 Z10, 128(DI)
	VMOVDQU64 Z11, 192(DI)
	VZEROUPPER
	RET
