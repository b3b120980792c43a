package vouchers.code;

import java.io.Serializable;

public record Campaign(String name, long secret, long firstSerial) implements Serializable {}
