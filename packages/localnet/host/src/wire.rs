//! wire.rs - the frames that cross the border: little-endian numbers and length-prefixed bytes, XDR inside.
use soroban_env_host::{
    xdr::{ReadXdr, WriteXdr},
    DEFAULT_XDR_RW_LIMITS,
};

/// What a call answers when it could not do its work at all: a bug or a broken ledger, never a contract's refusal.
pub type Res<T> = Result<T, String>;

/// Turns any error into the text that crosses the border.
pub fn fail(error: impl core::fmt::Debug) -> String {
    format!("{error:?}")
}

/// Decodes XDR within the host's own limits of depth and length.
pub fn from_xdr<T: ReadXdr>(bytes: &[u8]) -> Res<T> {
    T::from_xdr(bytes, DEFAULT_XDR_RW_LIMITS).map_err(fail)
}

/// Encodes XDR within the host's own limits of depth and length.
pub fn to_xdr(value: &impl WriteXdr) -> Res<Vec<u8>> {
    value.to_xdr(DEFAULT_XDR_RW_LIMITS).map_err(fail)
}

/// Reads one frame from its start to its end.
pub struct Reader<'a> {
    rest: &'a [u8],
}

impl<'a> Reader<'a> {
    pub fn new(frame: &'a [u8]) -> Self {
        Self { rest: frame }
    }

    fn take(&mut self, count: usize) -> Res<&'a [u8]> {
        if count > self.rest.len() {
            return Err("frame is too short".to_string());
        }
        let (head, rest) = self.rest.split_at(count);
        self.rest = rest;
        Ok(head)
    }

    fn array<const N: usize>(&mut self) -> Res<[u8; N]> {
        self.take(N)?.try_into().map_err(fail)
    }

    pub fn u8(&mut self) -> Res<u8> {
        Ok(self.array::<1>()?[0])
    }

    pub fn u32(&mut self) -> Res<u32> {
        Ok(u32::from_le_bytes(self.array()?))
    }

    pub fn u64(&mut self) -> Res<u64> {
        Ok(u64::from_le_bytes(self.array()?))
    }

    pub fn i64(&mut self) -> Res<i64> {
        Ok(i64::from_le_bytes(self.array()?))
    }

    pub fn bytes(&mut self) -> Res<&'a [u8]> {
        let count = self.u32()? as usize;
        self.take(count)
    }

    pub fn bytes32(&mut self) -> Res<[u8; 32]> {
        self.bytes()?.try_into().map_err(fail)
    }

    pub fn xdr<T: ReadXdr>(&mut self) -> Res<T> {
        from_xdr(self.bytes()?)
    }
}

/// Writes one frame.
#[derive(Default)]
pub struct Writer {
    pub frame: Vec<u8>,
}

impl Writer {
    pub fn u8(&mut self, value: u8) {
        self.frame.push(value);
    }

    pub fn u32(&mut self, value: u32) {
        self.frame.extend_from_slice(&value.to_le_bytes());
    }

    pub fn u64(&mut self, value: u64) {
        self.frame.extend_from_slice(&value.to_le_bytes());
    }

    pub fn i64(&mut self, value: i64) {
        self.frame.extend_from_slice(&value.to_le_bytes());
    }

    pub fn bytes(&mut self, value: &[u8]) {
        self.u32(value.len() as u32);
        self.frame.extend_from_slice(value);
    }

    pub fn list<T: AsRef<[u8]>>(&mut self, values: &[T]) {
        self.u32(values.len() as u32);
        for value in values {
            self.bytes(value.as_ref());
        }
    }

    pub fn xdr_list(&mut self, values: &[impl WriteXdr]) -> Res<()> {
        self.u32(values.len() as u32);
        for value in values {
            self.bytes(&to_xdr(value)?);
        }
        Ok(())
    }
}
