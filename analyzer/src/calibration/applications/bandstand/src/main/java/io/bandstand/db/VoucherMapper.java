package io.bandstand.db;

import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

/** Vouchers in the database. */
public interface VoucherMapper {

  @Select("select cents from vouchers where code = #{code} and not used")
  Long valueOf(@Param("code") String code);

  @Update("update vouchers set used = #{used} where code = #{code}")
  int mark(@Param("code") String code, @Param("used") boolean used);

  @Insert("merge into vouchers key(code) values (#{code}, #{cents}, false)")
  int issue(@Param("code") String code, @Param("cents") long cents);
}
