/** Writes structures in Thrift's compact protocol, in which Parquet describes itself; only the kinds of field that it needs. */
export class ThriftWriter {
  #bytes = Buffer.alloc(256);
  #length = 0;
  #last = 0;
  readonly #around: number[] = [];

  i32(field: number, value: number): this {
    return this.#field(field, 5).#zigzag(BigInt(value));
  }

  i64(field: number, value: number): this {
    return this.#field(field, 6).#zigzag(BigInt(value));
  }

  text(field: number, value: string): this {
    return this.#field(field, 8).#binary(value);
  }

  texts(field: number, values: readonly string[]): this {
    this.#field(field, 9).#list(8, values.length);
    for (const value of values) this.#binary(value);
    return this;
  }

  i32s(field: number, values: readonly number[]): this {
    this.#field(field, 9).#list(5, values.length);
    for (const value of values) this.#zigzag(BigInt(value));
    return this;
  }

  struct(field: number, write: (inner: this) => void): this {
    this.#field(field, 12);
    return this.#nested(write);
  }

  structs<T>(field: number, items: readonly T[], write: (inner: this, item: T) => void): this {
    this.#field(field, 9).#list(12, items.length);
    for (const item of items) this.#nested((inner) => write(inner, item));
    return this;
  }

  /** Ends the outermost structure. */
  taken(): Buffer {
    this.#byte(0);
    return this.#bytes.subarray(0, this.#length);
  }

  #nested(write: (inner: this) => void): this {
    this.#around.push(this.#last);
    this.#last = 0;
    write(this);
    this.#byte(0);
    this.#last = this.#around.pop() ?? 0;
    return this;
  }

  #field(field: number, type: number): this {
    this.#byte(((field - this.#last) << 4) | type);
    this.#last = field;
    return this;
  }

  #list(type: number, length: number): this {
    if (length < 15) return this.#byte((length << 4) | type);
    return this.#byte(0xf0 | type).#varint(BigInt(length));
  }

  #binary(value: string): this {
    const bytes = Buffer.from(value);
    this.#varint(BigInt(bytes.length)).#room(bytes.length);
    this.#length += bytes.copy(this.#bytes, this.#length);
    return this;
  }

  #zigzag(value: bigint): this {
    return this.#varint(value < 0n ? -value * 2n - 1n : value * 2n);
  }

  #varint(value: bigint): this {
    let rest = value;
    for (; rest > 127n; rest >>= 7n) this.#byte(Number(rest & 127n) | 128);
    return this.#byte(Number(rest));
  }

  #byte(value: number): this {
    this.#room(1);
    this.#bytes[this.#length] = value;
    this.#length += 1;
    return this;
  }

  #room(more: number): void {
    if (this.#length + more > this.#bytes.length)
      this.#bytes = Buffer.concat([this.#bytes], (this.#bytes.length + more) * 2);
  }
}
