/** An EC public key as RFC 7517 writes it. */
export interface PublicKey {
  kty: "EC";
  crv: "P-256";
  x: string;
  y: string;
}

/** A device's own key pair. The private half cannot leave the runtime's key store. */
export interface DeviceKey {
  privateKey: CryptoKey;
  publicKey: PublicKey;
}

/** Makes a key pair on the device (ES256, which every WebCrypto has). */
export async function newDeviceKey(): Promise<DeviceKey> {
  const algorithm = { name: "ECDSA", namedCurve: "P-256" };
  const pair = await crypto.subtle.generateKey(algorithm, false, ["sign", "verify"]);
  const { x, y } = await crypto.subtle.exportKey("jwk", pair.publicKey);
  if (!x || !y) throw new TypeError("WebCrypto exported a key without coordinates.");
  return { privateKey: pair.privateKey, publicKey: { kty: "EC", crv: "P-256", x, y } };
}
