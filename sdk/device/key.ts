/** An EC public key as RFC 7517 writes it. */
export interface PublicKey {
  kty: "EC";
  crv: "P-256";
  x: string;
  y: string;
}

/** A device's own key pair. */
export interface DeviceKey {
  privateKey: CryptoKey;
  publicKey: PublicKey;
}

/**
 * Makes a key pair on the device (ES256, which every WebCrypto has). The private half cannot leave the runtime, unless you
 * ask for one that can, to keep it in a file.
 */
export async function newDeviceKey(extractable = false): Promise<DeviceKey> {
  const algorithm = { name: "ECDSA", namedCurve: "P-256" };
  const pair = await crypto.subtle.generateKey(algorithm, extractable, ["sign", "verify"]);
  const { x, y } = await crypto.subtle.exportKey("jwk", pair.publicKey);
  if (!x || !y) throw new TypeError("WebCrypto exported a key without coordinates.");
  return { privateKey: pair.privateKey, publicKey: { kty: "EC", crv: "P-256", x, y } };
}
