/** As much of XMLHttpRequest as dicomweb-client uses, over Node's own fetch. */
export class FetchXhr {
  readyState = 0;
  status = 0;
  response: unknown = null;
  responseType = '';
  onreadystatechange: (() => void) | null = null;
  #method = 'GET';
  #url = '';
  #sent = new Headers();
  #got = new Headers();

  open(method: string, url: string): void {
    this.#method = method.toUpperCase();
    this.#url = url;
  }
  setRequestHeader(name: string, value: string): void {
    this.#sent.set(name, value);
  }
  getResponseHeader(name: string): string | null {
    return this.#got.get(name);
  }
  getAllResponseHeaders(): string {
    return [...this.#got].map(([name, value]) => `${name}: ${value}\r\n`).join('');
  }
  send(): void {
    void this.#load();
  }
  async #load(): Promise<void> {
    const answer = await fetch(this.#url, { method: this.#method, headers: this.#sent });
    const bytes = await answer.arrayBuffer();
    const text = () => new TextDecoder().decode(bytes);
    this.#got = answer.headers;
    this.status = answer.status;
    this.response =
      this.responseType === 'json'
        ? bytes.byteLength === 0
          ? null
          : JSON.parse(text())
        : this.responseType === 'arraybuffer'
          ? bytes
          : text();
    this.readyState = 4;
    this.onreadystatechange?.();
  }
}
