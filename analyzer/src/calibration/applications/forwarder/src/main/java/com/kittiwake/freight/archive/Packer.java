package com.kittiwake.freight.archive;

import java.io.IOException;

public interface Packer {
  String suffix();

  byte[] pack(byte[] plain) throws IOException;

  byte[] unpack(byte[] packed) throws IOException;
}
