/** Bytes written one after another, and the variable-length integers of WebAssembly (LEB128). Grows by doubling, so writing is linear. */
export class ByteBuffer {
  #bytes = new Uint8Array(256);
  #length = 0;

  byte(value: number): void {
    if (this.#length === this.#bytes.length) this.#growTo(this.#length + 1);
    this.#bytes[this.#length++] = value;
  }

  bytes(values: Uint8Array): void {
    const end = this.#length + values.length;
    if (end > this.#bytes.length) this.#growTo(end);
    this.#bytes.set(values, this.#length);
    this.#length = end;
  }

  /** A whole number from 0 to 2³² − 1; others throw. */
  unsigned(value: number): void {
    if (value >>> 0 !== value) throw new RangeError(`${value} is not an unsigned 32-bit number`);
    let rest = value;
    for (; rest > 0x7f; rest >>>= 7) this.byte((rest & 0x7f) | 0x80);
    this.byte(rest);
  }

  /** A whole number from −2³¹ to 2³¹ − 1; others throw. */
  signed32(value: number): void {
    if ((value | 0) !== value) throw new RangeError(`${value} is not a signed 32-bit number`);
    let rest = value;
    // The last byte's sixth bit is the sign of what is left out.
    for (; rest < -0x40 || rest > 0x3f; rest >>= 7) this.byte((rest & 0x7f) | 0x80);
    this.byte(rest & 0x7f);
  }

  /** A whole number from −2⁶³ to 2⁶³ − 1; others throw. */
  signed64(value: bigint): void {
    if (BigInt.asIntN(64, value) !== value) throw new RangeError(`${value} is not a signed 64-bit number`);
    let rest = value;
    for (; rest < -0x40n || rest > 0x3fn; rest >>= 7n) this.byte(Number(rest & 0x7fn) | 0x80);
    this.byte(Number(rest & 0x7fn));
  }

  /** The length of a text in bytes, then the text. ASCII alone: names in a module are ours. */
  text(value: string): void {
    this.unsigned(value.length);
    for (let i = 0; i < value.length; i++) {
      const code = value.charCodeAt(i);
      if (code > 0x7f) throw new RangeError(`The name ${value} is not ASCII`);
      this.byte(code);
    }
  }

  /** What was written to another buffer, with its length before it. */
  sized(other: ByteBuffer): void {
    this.unsigned(other.#length);
    this.bytes(other.#bytes.subarray(0, other.#length));
  }

  toBytes(): Uint8Array<ArrayBuffer> {
    return this.#bytes.slice(0, this.#length);
  }

  #growTo(least: number): void {
    const larger = new Uint8Array(Math.max(least, this.#bytes.length * 2));
    larger.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = larger;
  }
}
